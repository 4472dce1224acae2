import type { CohortMeasure } from "./cohort-map";

/** Columns from `from` until before `to`. */
export interface Strip {
  from: number;
  to: number;
}

// What a sheet of A4 holds beside names, sizes and averages.
const onPaper: Record<CohortMeasure, number> = { customers: 14, revenue: 14, value: 9 };

/** A map too wide for paper, cut into strips of one width that stand below each other. */
export function stripsOf(columns: number, measure: CohortMeasure): Strip[] {
  const count = Math.max(1, Math.ceil(columns / onPaper[measure]));
  const width = Math.ceil(columns / count);
  return Array.from({ length: count }, (_, place) => ({
    from: place * width,
    to: Math.min(columns, (place + 1) * width),
  })).filter(({ from, to }) => from < to || from === 0);
}
