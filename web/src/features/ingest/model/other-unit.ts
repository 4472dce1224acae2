import { type Asked, askAgain, type ImportSummary, type NewImport } from "./choices";

export type RialUnit = "rial" | "toman";

/** What the amounts of an import were taken for; null: not rials at all. */
export function unitOf(result: ImportSummary): RialUnit | null {
  const name = result.unit?.name;
  if (name === "IRT" || name === "IRHT") return "toman";
  return name === "IRR" || name === "IRHR" ? "rial" : null;
}

/** The same import, its amounts taken for the other unit; the person has seen both. */
export function inOtherUnit(asked: Asked, unit: RialUnit): NewImport {
  return { ...askAgain(asked), currency: unit === "toman" ? "IRR" : "IRT" };
}
