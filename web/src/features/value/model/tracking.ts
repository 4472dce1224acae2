import type { Week } from "../api/value";

/** The first week that ends after the model's last known day; days compare as texts. */
export function foretoldFrom(weeks: readonly Week[], end: string): number | null {
  const found = weeks.findIndex(({ last_day }) => last_day > end);
  return found < 0 ? null : found;
}

/** By which share of what came the forecast of the unknown weeks was off; null: nothing came. */
export function missedBy(weeks: readonly Week[], end: string): number | null {
  const first = foretoldFrom(weeks, end);
  if (first === null) return null;
  const later = weeks.slice(first);
  const actual = later.reduce((sum, week) => sum + week.actual, 0);
  const expected = later.reduce((sum, week) => sum + week.expected, 0);
  return actual > 0 ? expected / actual - 1 : null;
}
