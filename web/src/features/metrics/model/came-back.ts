import type { Reports } from "../api/reports";

export type Window = Reports["repurchase"]["data"]["windows"][number];

/** Days after the first purchase that stores speak of. */
export const windowDays = [7, 30, 60, 90, 180, 365] as const;

export interface SharePoint {
  days: number;
  /** Who bought a second time by then, and where the truth lies with 95 % certainty. */
  share: number;
  low: number;
  high: number;
}

const normal95 = 1.96;

/** One minus survival, with Greenwood's standard error; days without an estimate are left out. */
export function sharesOf(survival: Reports["survival"]["data"]): SharePoint[] {
  return survival.survival.flatMap((point) => {
    if (point.survival === null) return [];
    const half = normal95 * (point.standard_error ?? 0);
    const share = 1 - point.survival;
    return [
      {
        days: point.days,
        share,
        low: Math.max(0, share - half),
        high: Math.min(1, share + half),
      },
    ];
  });
}

/** 0, 1, 2 … where it matters most, then by the week: enough for a smooth line. */
export function survivalDays(last: number): number[] {
  const days: number[] = [];
  for (let day = 0; day <= last; day += day < 30 ? 1 : 7) days.push(day);
  if (days.at(-1) !== last) days.push(last);
  return days;
}

/** Below this many customers a rate tells nothing yet. */
export const fewestCustomers = 30;
