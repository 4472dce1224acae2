import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const folder = fileURLToPath(new URL("../../i18n/", import.meta.url));
const prefix = "virtual:texts/";
// The pages' own, and what the server's answers name by key: what a report counted.
const ofPages = ["web.", "metrics.term.", "models.warn_"];

/**
 * The texts of i18n/LANGUAGE.json that the pages use (keys of `ofPages`), as the module
 * virtual:texts/LANGUAGE. The forms of a plural become keys of their own: "web.people.count#one".
 */
export function texts(): Plugin {
  return {
    name: "vafa-texts",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return;
      const file = `${folder}${id.slice(prefix.length + 1)}.json`;
      this.addWatchFile(file);
      return `export default ${JSON.stringify(textsOfPages(readFileSync(file, "utf8")))}`;
    },
  };
}

export function textsOfPages(json: string): Record<string, string> {
  const all = JSON.parse(json) as Record<string, string | Record<string, string>>;
  const chosen: Record<string, string> = {};
  for (const [key, text] of Object.entries(all)) {
    if (!ofPages.some((beginning) => key.startsWith(beginning))) continue;
    if (typeof text === "string") chosen[key] = text;
    else for (const [form, words] of Object.entries(text)) chosen[`${key}#${form}`] = words;
  }
  return chosen;
}
