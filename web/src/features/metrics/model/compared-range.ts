import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  daysInMonth,
  firstOfMonth,
} from "@/shared/lib/days";
import type { Calendar } from "@/shared/lib/format";

/** Both days included, written in the store's calendar. */
export interface DayRange {
  from: string;
  to: string;
}

/**
 * The same days a year earlier on the store's own calendar: Nowruz on Nowruz. What the year before
 * lacks (30 Esfand, 29 February) becomes the last day of its month, and whole months stay whole.
 */
export function yearBefore({ from, to }: DayRange, calendar: Calendar): DayRange {
  const [earlier, until] = [addYears(from, -1, calendar), addYears(to, -1, calendar)];
  const next = addDays(to, 1, calendar);
  const isWhole = from === firstOfMonth(from) && next === firstOfMonth(next);
  return { from: earlier, to: isWhole ? lastOfMonth(until, calendar) : until };
}

/** As long a time directly before: so many months where the range is whole months, else days. */
export function timeBefore({ from, to }: DayRange, calendar: Calendar): DayRange {
  const last = addDays(from, -1, calendar);
  const months = monthsOf({ from, to }, calendar);
  if (months !== null) return { from: addMonths(from, -months, calendar), to: last };
  return { from: addDays(last, -daysBetween(from, to, calendar), calendar), to: last };
}

/** How many months of the calendar the range is exactly, from whatever day to the day before. */
function monthsOf({ from, to }: DayRange, calendar: Calendar): number | null {
  const next = addDays(to, 1, calendar);
  const [fromYear = 0, fromMonth = 0] = from.split("-").map(Number);
  const [year = 0, month = 0] = next.split("-").map(Number);
  const months = (year - fromYear) * 12 + month - fromMonth;
  return months > 0 && addMonths(from, months, calendar) === next ? months : null;
}

function lastOfMonth(day: string, calendar: Calendar): string {
  return addDays(firstOfMonth(day), daysInMonth(day, calendar) - 1, calendar);
}
