import { useQuery } from "@tanstack/react-query";
import { type DataEnd, askedFor, askedForComparison, rangeOf } from "../model/report-range";
import type { ReportSearch } from "../model/report-search";
import { weekdays } from "../model/weekdays";
import { type ReportName, type ReportOptions, reportQuery } from "./reports";

/** The store's own days: where its data end, and how it writes and counts them. */
export interface ReportFrame extends DataEnd {
  /** 0: Monday. */
  firstWeekday: number;
}

export interface ReportRange {
  /** What every report of the page is asked with. */
  asked: ReportOptions;
  /** The same for what it is compared with; null: with nothing. */
  compared: ReportOptions | null;
  /** Null while the store has no orders. */
  frame: ReportFrame | null;
}

/** The days that an address speaks of; undefined until the store has told where its data end. */
export function useReportRange(search: ReportSearch): ReportRange | undefined {
  const { data } = useQuery(reportQuery("summary"));
  if (!data) return undefined;
  const { data_end: day, calendar, first_weekday } = data.definition;
  if (day === null) return { asked: {}, compared: null, frame: null };
  const frame = { day, calendar, firstWeekday: weekdays.indexOf(first_weekday) };
  const range = rangeOf(search, frame);
  const prices = search.prices && { prices: search.prices };
  const compared = askedForComparison(range, search.compare, frame);
  return {
    asked: { ...askedFor(range), ...prices },
    compared: compared === null ? null : { ...compared, ...prices },
    frame,
  };
}

/** A report for the page's days, and the same for what they are compared with, if with anything. */
export function useReportPair<N extends ReportName>(
  name: N,
  { asked, compared }: ReportRange,
  options: ReportOptions = {},
) {
  const query = useQuery(reportQuery(name, { ...options, ...asked }));
  const before = useQuery({
    ...reportQuery(name, { ...options, ...compared }),
    enabled: compared !== null,
  });
  return { query, before: compared === null ? undefined : before.data };
}
