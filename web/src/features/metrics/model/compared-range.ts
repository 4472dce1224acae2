import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  inCalendar,
  isLastOfMonth,
  lastDay,
} from "@/shared/lib/calendar-days";
import type { Calendar } from "@/shared/lib/format";

/** Both days included, written in the store's calendar. */
export interface DayRange {
  from: string;
  to: string;
}

export const comparisons = ["before", "year"] as const;
export type Comparison = (typeof comparisons)[number];

const monthsOfYear = 12;

/**
 * The same days a year earlier on the store's own calendar: Nowruz on Nowruz. What the year before
 * lacks (30 Esfand, 29 February) becomes the last day of its month, and whole months stay whole.
 */
export function yearBefore({ from, to }: DayRange, calendar: Calendar): DayRange {
  return monthsBefore(plain({ from, to }, calendar), monthsOfYear);
}

/** As long a time directly before: so many months where the range is whole months, else days. */
export function timeBefore(range: DayRange, calendar: Calendar): DayRange {
  const { from, to } = plain(range, calendar);
  const months = wholeMonths({ from, to });
  if (months !== null) return { from: addMonths(from, -months), to: addDays(from, -1) };
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}

export function comparedRange(
  range: DayRange,
  comparison: Comparison,
  calendar: Calendar,
): DayRange {
  return comparison === "year" ? yearBefore(range, calendar) : timeBefore(range, calendar);
}

/** The twelve months that end with a day. */
export function yearUntil(to: string): DayRange {
  return { from: addDays(addMonths(to, -monthsOfYear), 1), to };
}

/**
 * A question's `from` and `to`, either of which may be missing, a month ("1404-02") or a year, as
 * days of the store's calendar; until `end`, the data end, which is of that calendar.
 */
export function rangeOf(
  asked: { from?: string | undefined; to?: string | undefined },
  end: string,
  calendar: Calendar,
): DayRange {
  const to = asked.to === undefined ? end : inCalendar(lastDay(asked.to), calendar);
  if (asked.from === undefined) return yearUntil(to);
  return { from: inCalendar(firstDay(asked.from), calendar), to };
}

function plain({ from, to }: DayRange, calendar: Calendar): DayRange {
  return {
    from: inCalendar(firstDay(from), calendar),
    to: inCalendar(lastDay(to), calendar),
  };
}

function monthsBefore({ from, to }: DayRange, months: number): DayRange {
  const earlier = addMonths(to, -months);
  const isWhole = from.endsWith("-01") && isLastOfMonth(to);
  return { from: addMonths(from, -months), to: isWhole ? lastDay(earlier.slice(0, 7)) : earlier };
}

/** How many months of the calendar the range is exactly, from whatever day to the day before. */
function wholeMonths({ from, to }: DayRange): number | null {
  const after = addDays(to, 1);
  const [fromYear = 0, fromMonth = 0] = from.split("-").map(Number);
  const [year = 0, month = 0] = after.split("-").map(Number);
  const months = (year - fromYear) * monthsOfYear + month - fromMonth;
  return months > 0 && addMonths(from, months) === after ? months : null;
}
