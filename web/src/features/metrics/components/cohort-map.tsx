import { ScrollArea } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { Calendar } from "@/shared/lib/format";
import type { ShowMoney } from "../model/show-money";
import {
  type Cohort,
  type CohortMeasure,
  columnAverage,
  levelOf,
  range,
  rowAverage,
  valueOf,
} from "../model/cohort-map";
import classes from "./cohort-map.module.css";
import heat from "./heat.module.css";

interface CohortMapProps {
  cohorts: readonly Cohort[];
  /** Those of the days compared with: their averages stand below the averages. */
  before: readonly Cohort[] | undefined;
  measure: CohortMeasure;
  calendar: Calendar;
  money: ShowMoney;
  label: string;
}

/** Cohorts from top to bottom, the periods since their first purchase from side to side. */
export function CohortMap({ cohorts, before, measure, calendar, money, label }: CohortMapProps) {
  const t = useText();
  const format = useFormat();
  const [least, greatest] = range(cohorts, measure);
  const columns = Math.max(0, ...cohorts.map(({ cells }) => cells.length));
  const offsets = Array.from({ length: columns }, (_, offset) => offset);
  const show = (value: number | null) => {
    if (value === null) return "–";
    return measure === "value" ? money.short(value) : format.percent(value, 0);
  };
  return (
    <ScrollArea tabIndex={0} role="region" aria-label={label} type="auto">
      <table className={classes.map}>
        <thead>
          <tr>
            <th scope="col" className={classes.name}>
              {t("web.cohorts.first_purchase")}
            </th>
            <th scope="col">{t("web.cohorts.size")}</th>
            {offsets.map((offset) => (
              <th key={offset} scope="col">
                {format.number(offset)}
              </th>
            ))}
            <th scope="col">{t("web.cohorts.average")}</th>
          </tr>
        </thead>
        <tbody>
          {[
            { name: t("web.cohorts.average"), of: cohorts },
            ...(before ? [{ name: t("web.report.before"), of: before }] : []),
          ].map(({ name, of }) => (
            <tr key={name}>
              <th scope="row" className={classes.name}>
                {name}
              </th>
              <td />
              {offsets.map((offset) => (
                <td key={offset} className={classes.average}>
                  {show(columnAverage(of, offset, measure).value)}
                </td>
              ))}
              <td />
            </tr>
          ))}
          {cohorts.map((cohort) => (
            <tr key={cohort.period}>
              <th scope="row" className={classes.name}>
                {format.period(cohort.period, calendar)}
              </th>
              <td className="numeric">{format.number(cohort.size)}</td>
              {cohort.cells.map((cell) => {
                const value = valueOf(cohort, cell, measure);
                const level = value === null ? 0 : levelOf(value, least, greatest);
                const state = cell.complete ? heat[`l${level}`] : classes.open;
                return (
                  <td key={cell.offset} className={`${classes.cell} ${state}`}>
                    {show(value)}
                    {!cell.complete && <Unfinished />}
                  </td>
                );
              })}
              {offsets.slice(cohort.cells.length).map((offset) => (
                <td key={offset} />
              ))}
              <td className={classes.average}>{show(rowAverage(cohort, measure))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Unfinished() {
  const t = useText();
  return <span className="sr-only">{t("web.cohorts.not_over")}</span>;
}
