import type { IconName } from "@/shared/ui/icon";

/** Something that the search box leads to, or does. */
export interface Entry {
  id: string;
  name: string;
  /** What else it is found by, never shown. */
  alias?: string;
  about?: string | undefined;
  icon: IconName;
  run: () => void;
}

export interface EntryGroup {
  name: string;
  entries: readonly Entry[];
}

/** Arabic and Persian letters, half-spaces and case make no difference to who looks for a word. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/ё/g, "е")
    .replace(/\u200c/g, " ")
    .trim();
}

/** Entries in whose name each typed word begins a word. */
export function matching(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  return entries.filter(({ name, alias = "" }) => {
    const words = folded(`${name} ${alias}`).split(/\s+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

/** The entry so many steps from the one chosen, around both ends. */
export function step(entries: readonly Entry[], chosen: string | null, by: 1 | -1): string | null {
  if (entries.length === 0) return null;
  const at = entries.findIndex(({ id }) => id === chosen);
  const from = at === -1 && by === -1 ? 0 : at;
  return entries[(from + by + entries.length) % entries.length]?.id ?? null;
}
