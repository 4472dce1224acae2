import type { Weeks } from "@/shared/lib/days";
import type { Definition } from "../api/reports";

/** As settings name them, from Monday on. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** How the store that a report speaks of counts its weeks. */
export function weeksOf({ calendar, first_weekday: first }: Definition): Weeks {
  return { calendar, firstWeekday: weekdays.indexOf(first) };
}
