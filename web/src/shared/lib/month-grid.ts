import { addDays, daysInMonth, firstOfMonth, weekdayOf } from "./days";
import type { Calendar } from "./format";

/** The weeks of a day's month, from the store's first weekday (0: Monday); null: not in it. */
export function monthGrid(
  day: string,
  calendar: Calendar,
  firstWeekday: number,
): (string | null)[][] {
  const first = firstOfMonth(day);
  const before = (weekdayOf(first, calendar) - firstWeekday + 7) % 7;
  const length = daysInMonth(first, calendar);
  const cells = Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, index) =>
    index < before || index >= before + length ? null : addDays(first, index - before, calendar),
  );
  return Array.from({ length: cells.length / 7 }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
}
