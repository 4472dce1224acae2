import type { Reports } from "../api/reports";

export type Rfm = Reports["rfm"]["data"];

/** 5 is best: the latest, the most frequent, the highest. */
export const scores = [5, 4, 3, 2, 1] as const;
export type Score = (typeof scores)[number];

export interface RfmCell {
  recency: Score;
  frequency: Score;
  customers: number;
  revenue: number;
}

/** The map's rows, the latest buyers first; `amount`: only customers with that score of revenue. */
export function rfmRows(data: Rfm, amount?: Score): RfmCell[][] {
  const amounts: readonly Score[] = amount === undefined ? scores : [amount];
  const sum = (counts: Record<string, number>, recency: Score, frequency: Score) =>
    amounts.reduce((total, one) => total + (counts[`${recency}${frequency}${one}`] ?? 0), 0);
  return scores.map((recency) =>
    [...scores].reverse().map((frequency) => ({
      recency,
      frequency,
      customers: sum(data.cells, recency, frequency),
      revenue: sum(data.cell_revenue_minor, recency, frequency),
    })),
  );
}

export const rfmMeasures = ["customers", "revenue"] as const;
export type RfmMeasure = (typeof rfmMeasures)[number];

/** As the list of customers filters: "55" is every amount, "555" one. */
export function rfmFilter({ recency, frequency }: RfmCell, amount?: Score): string {
  return `${recency}${frequency}${amount ?? ""}`;
}

/** From where to where a score goes; without an end at the side where it is open. */
export interface ScoreSpan {
  from: number | null;
  to: number | null;
}

/**
 * Whole numbers a score stands for (days, purchases), null where ties leave it empty. A score is
 * one more than the thresholds strictly below the value; `smallest`: the score of small values.
 */
export function scoreSpan(
  thresholds: readonly number[],
  score: Score,
  smallest: "worst" | "best",
): ScoreSpan | null {
  const place = smallest === "worst" ? score - 1 : 5 - score;
  const below = thresholds[place - 1];
  const upTo = thresholds[place];
  const from = below === undefined ? null : Math.floor(below) + 1;
  const to = upTo === undefined ? null : Math.floor(upTo);
  return from !== null && to !== null && from > to ? null : { from, to };
}
