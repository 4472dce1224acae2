import type { ReportOptions } from "../api/reports";

/** What a report page keeps in its address, so that a link shows a colleague the same view. */
export interface ReportSearch {
  from?: string | undefined;
  to?: string | undefined;
  by?: By | undefined;
  kind?: Kind | undefined;
  break?: string | undefined;
  show?: string | undefined;
}

export const periods = ["day", "week", "month", "quarter", "year"] as const;
export type By = (typeof periods)[number];

export const cohortKinds = ["calendar", "rolling"] as const;
export type Kind = (typeof cohortKinds)[number];

const day = /^\d{4}(-\d{2}(-\d{2})?)?$/;

const dayOrNothing = (value: unknown) =>
  typeof value === "string" && day.test(value) ? value : undefined;
const oneOf = <T extends string>(known: readonly T[], value: unknown) =>
  known.find((one) => one === value);

/** Reads an address that anybody may have typed: what is not understood is left out. */
export function reportSearch(search: Record<string, unknown>): ReportSearch {
  const read: ReportSearch = {
    from: dayOrNothing(search.from),
    to: dayOrNothing(search.to),
    by: oneOf(periods, search.by),
    kind: oneOf(cohortKinds, search.kind),
    break: typeof search.break === "string" ? search.break : undefined,
    show: typeof search.show === "string" ? search.show : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

export function optionsOf({ from, to, by, kind, break: parts }: ReportSearch): ReportOptions {
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(by && { by }),
    ...(kind && { kind }),
    ...(parts && { break: parts }),
  };
}
