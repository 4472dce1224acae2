import { recall, remember } from "@/shared/lib/remember";

export const languages = ["en", "fa", "ru"] as const;
export type Language = (typeof languages)[number];

/** Each in its own words: who cannot read the page must still find theirs. */
export const languageNames: Record<Language, string> = {
  en: "English",
  fa: "فارسی",
  ru: "Русский",
};

export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "fa" ? "rtl" : "ltr";
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The first of a browser's languages that we speak; English when there is none. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split("-")[0];
    if (isLanguage(language)) return language;
  }
  return "en";
}

export function startingLanguage(): Language {
  const remembered = recall("language");
  return isLanguage(remembered) ? remembered : preferredLanguage(navigator.languages);
}

export function rememberLanguage(language: Language): void {
  remember("language", language);
}
