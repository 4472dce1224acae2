import type { ReportOptions } from "../api/reports";

/** What a report page keeps in its address, so that a link shows a colleague the same view. */
export interface ReportSearch {
  /** A span that moves on with the data; `from` and `to` (days) are stronger. */
  span?: Span | undefined;
  from?: string | undefined;
  to?: string | undefined;
  compare?: Comparison | undefined;
  by?: By | undefined;
  kind?: Kind | undefined;
  break?: string | undefined;
  /** Amounts in the prices of one month; nothing: as they were. */
  prices?: "real" | undefined;
  show?: string | undefined;
}

export const spans = ["all", "30d", "90d", "12m", "year", "last_year"] as const;
export type Span = (typeof spans)[number];

export const comparisons = ["before", "year"] as const;
export type Comparison = (typeof comparisons)[number];

export const periods = ["day", "week", "month", "quarter", "year"] as const;
export type By = (typeof periods)[number];

export const cohortKinds = ["calendar", "rolling"] as const;
export type Kind = (typeof cohortKinds)[number];

/** What every store can be broken down by; its own traits come beside them. */
export const breaks = [
  "first_product",
  "first_category",
  "first_coupon",
  "city",
  "country",
  "source",
] as const;

const day = /^\d{4}-\d{2}-\d{2}$/;
const breakName = new RegExp(`^(${breaks.join("|")}|trait:.{1,200})$`);

const matching = (pattern: RegExp, value: unknown) =>
  typeof value === "string" && pattern.test(value) ? value : undefined;
export const oneOf = <T extends string>(known: readonly T[], value: unknown) =>
  known.find((one) => one === value);

/** Reads an address that anybody may have typed: what is not understood is left out. */
export function reportSearch(search: Record<string, unknown>): ReportSearch {
  const read: ReportSearch = {
    span: oneOf(spans, search.span),
    from: matching(day, search.from),
    to: matching(day, search.to),
    compare: oneOf(comparisons, search.compare),
    by: oneOf(periods, search.by),
    kind: oneOf(cohortKinds, search.kind),
    break: matching(breakName, search.break),
    prices: oneOf(["real"] as const, search.prices),
    show: typeof search.show === "string" ? search.show : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

export function optionsOf({ by, kind, break: parts }: ReportSearch): ReportOptions {
  return {
    ...(by && { by }),
    ...(kind && { kind }),
    ...(parts && { break: parts }),
  };
}

/** A page about change shows a year beside the one before it, unless the address says otherwise. */
export function ofChange(search: ReportSearch): ReportSearch {
  const span = search.from === undefined ? (search.span ?? "12m") : undefined;
  return { ...search, span, compare: search.compare ?? "before" };
}
