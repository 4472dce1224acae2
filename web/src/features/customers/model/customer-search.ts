/** What the list of customers keeps in its address; the API's filters have the same names. */
export interface CustomerSearch {
  q?: string | undefined;
  city?: string | undefined;
  country?: string | undefined;
  has_phone?: boolean | undefined;
  has_email?: boolean | undefined;
}

const texts = ["q", "city", "country"] as const;
const flags = ["has_phone", "has_email"] as const;

/** A word of an address: digits arrive as a number. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

/** Reads an address that anybody may have typed: what is not understood is left out. */
export function customerSearch(search: Record<string, unknown>): CustomerSearch {
  const read: CustomerSearch = {};
  for (const name of texts) read[name] = textOf(search[name]);
  for (const name of flags) {
    if (typeof search[name] === "boolean") read[name] = search[name];
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Whether anything but the typed text narrows the list. */
export function isFiltered(search: CustomerSearch): boolean {
  return Object.entries(search).some(([name, value]) => name !== "q" && value !== undefined);
}
