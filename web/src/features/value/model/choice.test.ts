import { expect, test } from "vitest";
import type { Comparison } from "../api/value";
import { candidatesOf, warningsOf } from "./choice";

const judged = (log_score: number | null, bias = 0) => ({
  expected: 10,
  actual: 10,
  bias,
  mean_absolute_error: 0.5,
  root_mean_square_error: 1,
  calibration_error: 0.1,
  log_score,
});
const fitted = (model: string, warnings: string[] = []) => ({
  model,
  k: null,
  period: "week" as const,
  calibration_end: "2026-01-01",
  parameters: {},
  standard_errors: {},
  effects: [],
  log_likelihood: -1,
  customers: 100,
  distinct_rows: 90,
  evaluations: 10,
  seconds: 0.1,
  converged: true,
  warnings,
});
const comparison: Comparison = {
  calibration_end: "2026-01-01",
  holdout_end: "2026-06-01",
  customers: 100,
  best: "nbd",
  models: [
    { fit: fitted("bgnbd"), judgement: judged(-0.99) },
    { fit: fitted("nbd", ["prior_used"]), judgement: judged(-1) },
    { fit: fitted("paretonbd"), judgement: judged(-0.98) },
  ],
  naive: judged(null, 0.6),
  tenths: [],
  reliability: [],
  weeks: [],
};

test("the kept model stands first, the others by their score, the rule of thumb last", () => {
  const names = candidatesOf(comparison).map(({ name }) => name);
  expect(names).toEqual(["nbd", "paretonbd", "bgnbd", "naive"]);
});

test("only what is amiss with the kept model is said", () => {
  expect(warningsOf(comparison)).toEqual(["prior_used"]);
});
