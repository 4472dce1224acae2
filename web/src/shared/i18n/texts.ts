import { createInstance } from "i18next";
import { useSyncExternalStore } from "react";
import { setReader } from "@/shared/api/reader";
import { formatNumber } from "@/shared/lib/format";
import type english from "../../../../i18n/en.json";
import { isolated } from "./isolated";
import { directionOf, isLanguage, type Language, rememberLanguage } from "./languages";

/** A key of i18n/*.json that belongs to the pages. */
export type TextKey = Extract<keyof typeof english, `web.${string}`>;
/** `count` chooses among the forms of a plural. Numbers are written in the language's digits. */
export type TextValues = Record<string, string | number>;
export type Translate = (key: TextKey, values?: TextValues) => string;

const i18n = createInstance();

const loaders: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import("virtual:texts/en"),
  fa: () => import("virtual:texts/fa"),
  ru: () => import("virtual:texts/ru"),
};

export async function startTexts(language: Language): Promise<void> {
  speak(language);
  await i18n.init({
    lng: language,
    fallbackLng: false,
    showSupportNotice: false,
    resources: { [language]: { translation: (await loaders[language]()).default } },
    keySeparator: false,
    nsSeparator: false,
    pluralSeparator: "#",
    interpolation: {
      prefix: "{",
      suffix: "}",
      escapeValue: false, // React escapes
      alwaysFormat: true,
      format: (value: unknown, _format, lng) => {
        if (!isLanguage(lng)) return String(value);
        return typeof value === "number"
          ? formatNumber(lng, value)
          : isolated(String(value), directionOf(lng));
      },
    },
  });
}

/** Changes the language of the page and of the server's answers, and remembers it. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, "translation")) {
    i18n.addResourceBundle(language, "translation", (await loaders[language]()).default);
  }
  rememberLanguage(language);
  speak(language);
  await i18n.changeLanguage(language);
}

function speak(language: Language): void {
  setReader({ language });
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

/** The texts of the page's language; the same function until the language changes. */
export function useText(): Translate {
  const language = useLanguage();
  return (translations[language] ??= translationTo(language));
}

/** Lists ask this of each of their rows. */
export function useLanguage(): Language {
  return useSyncExternalStore(watchLanguage, currentLanguage);
}

/** For texts whose key comes from the server: the words, or what the server called it. */
export function useTextOr(): (key: string, otherwise: string, values?: TextValues) => string {
  const t = i18n.getFixedT(useLanguage());
  // Without values what the server wrote is left as it is, braces and all.
  return (key, otherwise, values) =>
    i18n.exists(key) ? t(key, values ?? {}) : otherwise;
}

const translations: Partial<Record<Language, Translate>> = {};

function translationTo(language: Language): Translate {
  const t = i18n.getFixedT(language);
  return (key, values) => t(key, values ?? {});
}

function watchLanguage(changed: () => void): () => void {
  i18n.on("languageChanged", changed);
  return () => i18n.off("languageChanged", changed);
}

function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : "en";
}
