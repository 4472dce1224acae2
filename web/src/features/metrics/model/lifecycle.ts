import type { Reports } from "../api/reports";

export type Period = Reports["periods"]["data"]["periods"][number];

/** Who bought in a period, from the ground up, and who of the period before did not. */
export const stages = ["returning", "new", "resurrected", "dormant"] as const;
export type Stage = (typeof stages)[number];

// Two years of months: a season and the one before it.
const shown = 24;

/** The last periods until the range ends. */
export function shownPeriods<P>(periods: readonly P[]): P[] {
  return periods.slice(-shown);
}

/** The latest period that is over. */
export function lastComplete(periods: readonly Period[]): Period | undefined {
  return periods.filter(({ complete }) => complete).at(-1);
}
