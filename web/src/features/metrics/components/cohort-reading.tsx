import { useText } from "@/shared/i18n/texts";
import type { Calendar } from "@/shared/lib/format";
import { useFormat } from "@/shared/lib/use-format";
import { type Cohort, type CohortMeasure, valueOf } from "../model/cohort-map";
import type { ShowMoney } from "../model/show-money";

/** A cell by its cohort's place in the list and its own in the cohort. */
export interface CellPlace {
  cohort: number;
  offset: number;
}

interface CohortReadingProps {
  cohorts: readonly Cohort[];
  measure: CohortMeasure;
  calendar: Calendar;
  money: ShowMoney;
  place: CellPlace;
}

/** One cell in words, its number without rounding. */
export function CohortReading(props: CohortReadingProps) {
  const { cohorts, measure, calendar, money, place } = props;
  const t = useText();
  const format = useFormat();
  const cohort = cohorts[place.cohort];
  const cell = cohort?.cells[place.offset];
  const value = cohort && cell ? valueOf(cohort, cell, measure) : null;
  if (!cohort || !cell || value === null) return t("web.cohorts.read_hint");
  const words = t("web.cohorts.reading", {
    cohort: format.period(cohort.period, calendar),
    offset: format.number(cell.offset),
    value: measure === "value" ? money.full(value) : format.percent(value),
    customers: format.number(cell.customers),
    size: format.number(cohort.size),
  });
  return cell.complete ? words : `${words} ${t("web.cohorts.not_over")}`;
}
