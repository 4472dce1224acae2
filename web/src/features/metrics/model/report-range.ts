import { addDays, addMonths, addYears, firstOfYear, isDay } from "@/shared/lib/days";
import type { Calendar } from "@/shared/lib/format";
import type { ReportOptions } from "../api/reports";
import { type DayRange, timeBefore, yearBefore } from "./compared-range";
import type { Comparison, ReportSearch, Span } from "./report-search";

/** Where the store's data end, on its own calendar. */
export interface DataEnd {
  day: string;
  calendar: Calendar;
}

/** The days of a named span, counted back from the last day with data; null: all of them. */
export function daysOfSpan(span: Span, { day: to, calendar }: DataEnd): DayRange | null {
  switch (span) {
    case "30d":
      return { from: addDays(to, -29, calendar), to };
    case "90d":
      return { from: addDays(to, -89, calendar), to };
    case "12m":
      return { from: addDays(addMonths(to, -12, calendar), 1, calendar), to };
    case "year":
      return { from: firstOfYear(to), to };
    case "last_year": {
      const next = firstOfYear(to);
      return { from: addYears(next, -1, calendar), to: addDays(next, -1, calendar) };
    }
    case "all":
      return null;
  }
}

/** The days an address asks for; null: all. Days that its calendar has not are left out. */
export function rangeOf(search: ReportSearch, end: DataEnd): DayRange | null {
  const { from, to } = search;
  if (from && isDay(from, end.calendar)) {
    return { from, to: to && isDay(to, end.calendar) ? to : end.day };
  }
  return daysOfSpan(search.span ?? "all", end);
}

/** How a report is asked for these days. */
export function askedFor(range: DayRange | null): ReportOptions {
  return range === null ? {} : { from: range.from, to: range.to };
}

/**
 * What the range is compared with: as long a time before it, or the same days a year earlier on the
 * store's calendar (Nowruz on Nowruz). All days have nothing before them; a year earlier they are
 * how the store stood then. Null: nothing to compare with.
 */
export function askedForComparison(
  range: DayRange | null,
  comparison: Comparison | undefined,
  end: DataEnd,
): ReportOptions | null {
  const { calendar } = end;
  if (comparison === undefined) return null;
  if (range === null) {
    return comparison === "year" ? { as_of: addYears(end.day, -1, calendar) } : null;
  }
  return askedFor((comparison === "year" ? yearBefore : timeBefore)(range, calendar));
}
