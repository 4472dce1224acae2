import { readFileSync } from "node:fs";

/** The words of a language by their keys, as the pages show them. */
export function textsOf(language) {
  const file = new URL(`../../i18n/${language}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, "utf8"));
  return (key, values = {}) => {
    if (typeof texts[key] !== "string") throw new Error(`${key} is not a text`);
    return texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  };
}
