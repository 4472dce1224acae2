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
