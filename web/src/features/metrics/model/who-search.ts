import { type ReportSearch, reportSearch } from "./report-search";
import { type RfmMeasure, rfmMeasures, type Score, scores } from "./rfm-map";

export interface WhoSearch extends ReportSearch {
  /** The score of revenue whose customers the map shows; all without it. */
  amount?: string | undefined;
}

export function whoSearch(search: Record<string, unknown>): WhoSearch {
  const amount = scores.find((score) => String(score) === String(search.amount));
  return { ...reportSearch(search), ...(amount !== undefined && { amount: String(amount) }) };
}

export interface MapChoice {
  measure: RfmMeasure;
  amount: Score | undefined;
}

export function choiceOf({ show, amount }: WhoSearch): MapChoice {
  return {
    measure: rfmMeasures.find((one) => one === show) ?? "customers",
    amount: scores.find((score) => String(score) === amount),
  };
}

/** What is as usual is left out of the address. */
export function searchOf({ measure, amount }: MapChoice): Pick<WhoSearch, "show" | "amount"> {
  return {
    show: measure === "customers" ? undefined : measure,
    amount: amount === undefined ? undefined : String(amount),
  };
}
