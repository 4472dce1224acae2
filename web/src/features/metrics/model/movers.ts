import type { Reports } from "../api/reports";

type Part = NonNullable<Reports["summary"]["breakdown"]>[number];

/** A part of the customers whose revenue changed. */
export interface Mover {
  /** Null: customers without the property. */
  value: string | null;
  now: number;
  before: number;
  change: number;
}

const shown = 6;

/** The parts of which revenue changed most, upwards or downwards; the largest change first. */
export function moversOf(now: Reports["summary"], before: Reports["summary"]): Mover[] {
  const names = new Map<string, Part>();
  for (const part of [...named(now), ...named(before)]) names.set(keyOf(part), part);
  const movers = [...names].flatMap(([key, { value }]) => {
    const [revenueNow, revenueBefore] = [revenueOf(now, key), revenueOf(before, key)];
    if (revenueNow === null || revenueBefore === null) return [];
    const change = revenueNow - revenueBefore;
    return change === 0 ? [] : [{ value, now: revenueNow, before: revenueBefore, change }];
  });
  return movers.sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, shown);
}

function named({ breakdown = [] }: Reports["summary"]): Part[] {
  return breakdown.filter(({ kind }) => kind !== "other");
}

/** Nothing where the part may hide among the rest: only the ten largest are told apart. */
function revenueOf(report: Reports["summary"], key: string): number | null {
  const part = named(report).find((one) => keyOf(one) === key);
  if (part) return part.data.revenue_minor;
  return report.breakdown?.some(({ kind }) => kind === "other") ? null : 0;
}

function keyOf({ kind, value }: Part): string {
  return `${kind}:${value ?? ""}`;
}
