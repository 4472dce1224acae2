import type { Language } from "@/shared/i18n/languages";

/** Who reads: what every request says of them. */
export interface Reader {
  language: Language;
  csrfToken: string | null;
}

let reader: Reader = { language: "en", csrfToken: null };

export function setReader(change: Partial<Reader>): void {
  reader = { ...reader, ...change };
}

export function currentReader(): Reader {
  return reader;
}
