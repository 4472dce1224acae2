import type { Reports } from "../api/reports";

export type Cohort = Reports["cohorts"]["data"]["cohorts"][number];
export type CohortCell = Cohort["cells"][number];

export function columnsOf(cohorts: readonly Cohort[]): number {
  return Math.max(0, ...cohorts.map(({ cells }) => cells.length));
}

/** What a cell of the map says of its cohort. */
export const cohortMeasures = ["customers", "revenue", "value"] as const;
export type CohortMeasure = (typeof cohortMeasures)[number];

/**
 * `customers`: share of the cohort that bought in the period; `revenue`: against the cohort's first
 * period; `value`: what a customer of the cohort has brought so far, in minor units.
 */
export function valueOf(cohort: Cohort, cell: CohortCell, measure: CohortMeasure): number | null {
  if (measure === "value") return cell.cumulative_revenue_per_customer_minor;
  if (measure === "customers") return cohort.size > 0 ? cell.customers / cohort.size : null;
  const first = cohort.cells[0]?.revenue_minor ?? 0;
  return first > 0 ? cell.revenue_minor / first : null;
}

export interface Average {
  value: number | null;
  /** Of how many customers. */
  customers: number;
}

/** Over the cohorts whose period is over, each by its weight: a large cohort counts for more. */
export function columnAverage(
  cohorts: readonly Cohort[],
  offset: number,
  measure: CohortMeasure,
): Average {
  let sum = 0;
  let weight = 0;
  let customers = 0;
  for (const cohort of cohorts) {
    const cell = cohort.cells[offset];
    if (!cell?.complete) continue;
    const value = valueOf(cohort, cell, measure);
    const share = weightOf(cohort, measure);
    if (value === null || share <= 0) continue;
    sum += value * share;
    weight += share;
    customers += cohort.size;
  }
  return { value: weight > 0 ? sum / weight : null, customers };
}

/** Over the periods of a cohort that are over, the first one left out: it is always whole. */
export function rowAverage(cohort: Cohort, measure: CohortMeasure): number | null {
  const values = cohort.cells
    .slice(1)
    .filter(({ complete }) => complete)
    .map((cell) => valueOf(cohort, cell, measure))
    .filter((value) => value !== null);
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function weightOf(cohort: Cohort, measure: CohortMeasure): number {
  return measure === "revenue" ? (cohort.cells[0]?.revenue_minor ?? 0) : cohort.size;
}

export const levels = 8;

/**
 * How dark a cell is, 0 to 7. Shares run to the greatest one after the first period, so that small
 * differences show; the first period itself is always darkest.
 */
export function levelOf(value: number, least: number, greatest: number): number {
  if (greatest <= least) return levels - 1;
  const part = (value - least) / (greatest - least);
  return Math.max(0, Math.min(levels - 1, Math.floor(part * levels)));
}

export function range(cohorts: readonly Cohort[], measure: CohortMeasure): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const cohort of cohorts) {
    for (const cell of measure === "value" ? cohort.cells : cohort.cells.slice(1)) {
      const value = valueOf(cohort, cell, measure);
      if (value === null || !cell.complete) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  }
  return greatest >= least ? [measure === "value" ? least : 0, greatest] : [0, 1];
}
