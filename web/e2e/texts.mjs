import { readFileSync } from "node:fs";

/** The words of a language by their keys, as the pages show them. */
export function textsOf(language) {
  const file = new URL(`../../i18n/${language}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, "utf8"));
  return (key, values = {}) => {
    if (typeof texts[key] !== "string") throw new Error(`${key} is not a text`);
    return texts[key].replace(/\{(\w+)\}/g, (_, name) => isolated(values[name], language));
  };
}

// As the pages wall in a name of the other direction (shared/i18n/isolated.ts).
function isolated(text, language) {
  const isForeign = language === "fa" ? /[A-Za-z]/.test(text) : /[\u0600-\u06ff]/.test(text);
  return isForeign ? `\u2068${text}\u2069` : text;
}
