import type { Comparison } from "../api/value";

export const modelNames = ["nbd", "bgnbd", "mbgnbd", "paretonbd", "mbgcnbdk"] as const;
export type ModelName = (typeof modelNames)[number];

export function modelOf(name: string): ModelName | undefined {
  return modelNames.find((known) => known === name);
}

export interface Candidate {
  name: string;
  kept: boolean;
  /** expected / actual - 1; null where nobody bought. */
  bias: number | null;
  meanError: number;
  calibrationError: number;
  logScore: number | null;
}

/** The models by how well they foretold, the best first, then the rule of thumb. */
export function candidatesOf({ models, best, naive }: Comparison): Candidate[] {
  const read = (name: string, judgement: Comparison["naive"]): Candidate => ({
    name,
    kept: name === best,
    bias: judgement.bias,
    meanError: judgement.mean_absolute_error,
    calibrationError: judgement.calibration_error,
    logScore: judgement.log_score,
  });
  const all = models.map(({ fit, judgement }) => read(fit.model, judgement));
  all.sort(
    (a, b) =>
      Number(b.kept) - Number(a.kept) || (b.logScore ?? -Infinity) - (a.logScore ?? -Infinity),
  );
  return [...all, read("naive", naive)];
}

/** What was amiss with the kept model, as names of texts. */
export function warningsOf({ models, best }: Comparison): string[] {
  return models.find(({ fit }) => fit.model === best)?.fit.warnings ?? [];
}
