/** What the list of customers keeps in its address; the API's filters have the same names. */
export interface CustomerSearch {
  q?: string | undefined;
  city?: string | undefined;
  country?: string | undefined;
  has_phone?: boolean | undefined;
  has_email?: boolean | undefined;
  /** Scores of recency, frequency and money: "555", "5x4", "54". */
  rfm?: string | undefined;
  group?: Group | undefined;
  kind?: Kind | undefined;
  overdue?: boolean | undefined;
  min_orders?: number | undefined;
  min_spent_minor?: number | undefined;
  last_from?: string | undefined;
  last_to?: string | undefined;
  consent?: Channel | undefined;
  /** Away, by the latest calculation of value. */
  slipping?: boolean | undefined;
  min_alive_percent?: number | undefined;
  max_alive_percent?: number | undefined;
  min_value_minor?: number | undefined;
  sort?: Sort | undefined;
}

export const groups = [
  "champions",
  "loyal",
  "potential_loyal",
  "new",
  "promising",
  "need_attention",
  "about_to_sleep",
  "cannot_lose",
  "at_risk",
  "hibernating",
  "lost",
] as const;
export type Group = (typeof groups)[number];

export const kinds = ["loyal", "discount", "need_based", "wandering", "too_few"] as const;
export type Kind = (typeof kinds)[number];

export const channels = ["sms", "email"] as const;
export type Channel = (typeof channels)[number];

export const sorts = [
  "newest",
  "last_order",
  "orders",
  "spent",
  "name",
  "value",
  "p_alive",
] as const;
export type Sort = (typeof sorts)[number];

const texts = ["q", "city", "country"] as const;
const flags = ["has_phone", "has_email", "overdue", "slipping"] as const;
const amounts = [
  "min_orders",
  "min_spent_minor",
  "min_alive_percent",
  "max_alive_percent",
  "min_value_minor",
] as const;
const percents: ReadonlySet<string> = new Set(["min_alive_percent", "max_alive_percent"]);
const whole = 100;
const days = ["last_from", "last_to"] as const;

const day = /^\d{4}-\d{2}-\d{2}$/;
const cell = /^[1-5x]{1,3}$/;

/** A word of an address: digits arrive as a number. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

const oneOf = <T extends string>(known: readonly T[], value: unknown) =>
  known.find((one) => one === value);
const matching = (pattern: RegExp, value: unknown) => {
  const text = textOf(value);
  return text !== undefined && pattern.test(text) ? text : undefined;
};

/** Reads an address that anybody may have typed: what is not understood is left out. */
export function customerSearch(search: Record<string, unknown>): CustomerSearch {
  const read: CustomerSearch = {
    rfm: matching(cell, search.rfm),
    group: oneOf(groups, search.group),
    kind: oneOf(kinds, search.kind),
    consent: oneOf(channels, search.consent),
    sort: oneOf(sorts, search.sort),
  };
  for (const name of texts) read[name] = textOf(search[name]);
  for (const name of days) read[name] = matching(day, search[name]);
  for (const name of flags) {
    if (typeof search[name] === "boolean") read[name] = search[name];
  }
  for (const name of amounts) {
    const value = search[name];
    if (typeof value !== "number" || !Number.isSafeInteger(value)) continue;
    if (value >= 0 && (!percents.has(name) || value <= whole)) read[name] = value;
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Whether anything but the typed text and the order narrows the list. */
export function isFiltered(search: CustomerSearch): boolean {
  return Object.entries(search).some(
    ([name, value]) => name !== "q" && name !== "sort" && value !== undefined,
  );
}

/** How many filters stand behind "more". */
export function hiddenFilters(search: CustomerSearch): number {
  const hidden = [
    search.has_phone,
    search.has_email,
    search.overdue,
    search.min_orders,
    search.min_spent_minor,
    search.last_from,
    search.last_to,
    search.consent,
    search.slipping,
    search.min_alive_percent,
    search.max_alive_percent,
    search.min_value_minor,
  ];
  return hidden.filter((value) => value !== undefined).length;
}
