/* eslint-disable no-restricted-globals -- the one place that may */

export function rememberedAs(name: string): string {
  return `vafa.${name}`;
}

/** What this browser remembers between visits; forgetful where storage is forbidden. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(rememberedAs(name), value);
  } catch {
    // A private window: the choice lasts as long as the page.
  }
}

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(rememberedAs(name));
  } catch {
    return null;
  }
}

const draftOf = (name: string) => rememberedAs(`draft.${name}`);

/** What is typed and not sent yet, as long as the tab is open; an empty text is none. */
export function rememberDraft(name: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(draftOf(name));
    else sessionStorage.setItem(draftOf(name), text);
  } catch {
    // Too long, or storage is forbidden: the draft lasts as long as the page.
  }
}

export function recallDraft(name: string): string {
  try {
    return sessionStorage.getItem(draftOf(name)) ?? "";
  } catch {
    return "";
  }
}

/** Whoever signs in next shall not read what was being written. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(draftOf(""))) sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept either.
  }
}
