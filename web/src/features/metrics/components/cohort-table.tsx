import { memo, type MouseEvent, type Ref, type SyntheticEvent, useMemo, useRef } from "react";
import { useText } from "@/shared/i18n/texts";
import type { Calendar } from "@/shared/lib/format";
import { useFormat } from "@/shared/lib/use-format";
import { moveByKeys } from "@/shared/ui/cell-keys";
import {
  type Cohort,
  type CohortMeasure,
  columnAverage,
  levelOf,
  range,
  rowAverage,
  valueOf,
} from "../model/cohort-map";
import type { ShowMoney } from "../model/show-money";
import classes from "./cohort-map.module.css";
import type { CellPlace } from "./cohort-reading";
import heat from "./heat.module.css";

interface CohortTableProps {
  cohorts: readonly Cohort[];
  before: readonly Cohort[] | undefined;
  measure: CohortMeasure;
  calendar: Calendar;
  money: ShowMoney;
  /** The columns that are drawn: from the first where `from` is absent, until before `to`. */
  from?: number;
  to: number;
  /** A cell is pointed at, or has the focus. */
  onReach?: (place: CellPlace) => void;
  ref?: Ref<HTMLTableElement>;
}

/**
 * Cohorts from top to bottom, the periods since their first purchase from left to right. Drawn once
 * for its numbers: at 120 cohorts it has thousands of cells.
 */
export const CohortTable = memo(function CohortTable(props: CohortTableProps) {
  const { cohorts, before, measure, from = 0, to, onReach, ref } = props;
  const t = useText();
  const format = useFormat();
  const show = useShow(measure, props.money);
  const offsets = Array.from({ length: to - from }, (_, place) => from + place);
  const pointer = useRef("");
  const reach = ({ target }: SyntheticEvent) => {
    const cell = (target as Element).closest<HTMLElement>("td[data-offset]");
    const { cohort, offset } = cell?.dataset ?? {};
    if (offset !== undefined) onReach?.({ cohort: Number(cohort), offset: Number(offset) });
  };
  // What the arrow keys scroll below a resting pointer is not pointed at.
  const point = (event: MouseEvent) => {
    const at = `${event.clientX} ${event.clientY}`;
    if (pointer.current !== at) reach(event);
    pointer.current = at;
  };
  const averages = [
    { name: t("web.cohorts.average"), of: cohorts },
    ...(before ? [{ name: t("web.report.before"), of: before }] : []),
  ];
  return (
    <table
      ref={ref}
      className={classes.map}
      onKeyDown={moveByKeys}
      onFocus={reach}
      onMouseOver={point}
    >
      <thead>
        <tr>
          <th scope="col" className={classes.name}>
            {t("web.cohorts.first_purchase")}
          </th>
          <th scope="col" className={classes.sizeName}>
            {t("web.cohorts.size")}
          </th>
          {offsets.map((offset) => (
            <th key={offset} scope="col">
              {format.number(offset)}
            </th>
          ))}
          {from === 0 && <th scope="col">{t("web.cohorts.average")}</th>}
        </tr>
      </thead>
      <tbody>
        {averages.map(({ name, of }) => (
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
            {from === 0 && <td />}
          </tr>
        ))}
        <CohortRows {...props} from={from} show={show} />
      </tbody>
    </table>
  );
});

type Show = (value: number | null) => string;

function useShow(measure: CohortMeasure, money: ShowMoney): Show {
  const format = useFormat();
  return (value) => {
    if (value === null) return "–";
    return measure === "value" ? money.short(value) : format.percent(value, 0);
  };
}

interface CohortRowsProps {
  cohorts: readonly Cohort[];
  measure: CohortMeasure;
  calendar: Calendar;
  from: number;
  to: number;
  show: Show;
}

function CohortRows({ cohorts, measure, calendar, from, to, show }: CohortRowsProps) {
  const t = useText();
  const format = useFormat();
  const [least, greatest] = useMemo(() => range(cohorts, measure), [cohorts, measure]);
  return cohorts.map((cohort, row) => {
    const cells = cohort.cells.slice(from, to);
    if (cells.length === 0 && from > 0) return null;
    return (
      <tr key={cohort.period}>
        <th scope="row" className={classes.name}>
          {format.period(cohort.period, calendar)}
        </th>
        <td className={`${classes.size} numeric`}>{format.number(cohort.size)}</td>
        {cells.map((cell, place) => {
          const value = valueOf(cohort, cell, measure);
          const level = value === null ? 0 : levelOf(value, least, greatest);
          const state = cell.complete ? heat[`l${level}`] : classes.open;
          return (
            <td
              key={cell.offset}
              className={`${classes.cell} ${state}`}
              data-cohort={row}
              data-offset={from + place}
              tabIndex={row === 0 && place === 0 ? 0 : -1}
            >
              {show(value)}
              {!cell.complete && <span className="sr-only">{t("web.cohorts.not_over")}</span>}
            </td>
          );
        })}
        {cells.length < to - from && <td colSpan={to - from - cells.length} />}
        {from === 0 && <td className={classes.average}>{show(rowAverage(cohort, measure))}</td>}
      </tr>
    );
  });
}
