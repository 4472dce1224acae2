import type { Goal } from "@/shared/api/board";
import { typedNumber } from "@/shared/lib/typed-number";

export const goalMetrics = [
  "customers",
  "revenue",
  "returning_share",
  "average_order",
  "repeat_rate",
  "retention",
  "frequency",
  "loyal",
] as const satisfies readonly Goal["metric"][];

const shares: readonly Goal["metric"][] = [
  "returning_share",
  "repeat_rate",
  "retention",
  "loyal",
];
const amounts: readonly Goal["metric"][] = ["revenue", "average_order"];

export type TargetUnit = "share" | "money" | "number";

/** What a goal's number is typed in: percent, the store's money, or plain. */
export function targetUnit(metric: Goal["metric"]): TargetUnit {
  if (shares.includes(metric)) return "share";
  return amounts.includes(metric) ? "money" : "number";
}

/** The target as the server keeps it; `minor`: minor units of one whole unit of money. */
export function targetOf(typed: string, metric: Goal["metric"], minor: number): number | null {
  const number = typedNumber(typed.replace(/[%٪]/g, ""));
  if (number === null || number <= 0) return null;
  switch (targetUnit(metric)) {
    case "share":
      return number <= 100 ? number / 100 : null;
    case "money":
      return Math.round(number * minor);
    case "number":
      return number;
  }
}
