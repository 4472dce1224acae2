import { useEffect, useRef } from "react";
import type { TakePicture } from "@/shared/charts/chart";
import { pictureOfTable } from "@/shared/charts/picture-of-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { moveByKeys } from "@/shared/ui/cell-keys";
import { Definition } from "@/shared/ui/definition";
import { levelOf } from "../model/cohort-map";
import {
  type Rfm,
  type RfmCell,
  rfmFilter,
  type RfmMeasure,
  rfmRows,
  type Score,
  scores,
  scoreSpan,
} from "../model/rfm-map";
import type { ShowMoney } from "../model/show-money";
import { CustomersLink } from "./customers-link";
import heat from "./heat.module.css";
import classes from "./rfm-map.module.css";
import { useSpanWords } from "./use-span-words";

interface RfmMapProps {
  data: Rfm;
  measure: RfmMeasure;
  amount: Score | undefined;
  money: ShowMoney;
  label: string;
  onDrawn: (take: TakePicture) => void;
}

/** How long ago goes down, how often across; each cell leads to its customers. */
export function RfmMap({ data, measure, amount, money, label, onDrawn }: RfmMapProps) {
  const t = useText();
  const place = useRef<HTMLTableElement>(null);
  useEffect(() => {
    onDrawn(() => (place.current ? pictureOfTable(place.current) : ""));
  }, [onDrawn]);
  const words = useSpanWords();
  const rows = rfmRows(data, amount);
  const most = Math.max(1, ...rows.flat().map((cell) => cell[measure]));
  const { recency_days: recency, frequency } = data.thresholds;
  return (
    <table ref={place} className={classes.map} aria-label={label} onKeyDown={moveByKeys}>
      <thead>
        <tr>
          <th scope="col" className={classes.corner}>
            <Definition name={t("web.rfm.axes")}>{t("web.rfm.fifths")}</Definition>
          </th>
          {[...scores].reverse().map((score) => (
            <th key={score} scope="col">
              <Head
                score={score}
                words={words.purchases(scoreSpan(frequency ?? [], score, "worst"))}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const score = scores[index] ?? 1;
          return (
            <tr key={score}>
              <th scope="row">
                <Head score={score} words={words.days(scoreSpan(recency ?? [], score, "best"))} />
              </th>
              {row.map((cell) => (
                <MapCell
                  key={cell.frequency}
                  cell={cell}
                  measure={measure}
                  most={most}
                  amount={amount}
                  money={money}
                />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Head({ score, words }: { score: Score; words: string }) {
  const format = useFormat();
  return (
    <>
      <span className={classes.score}>{format.number(score)}</span>
      {words}
    </>
  );
}

interface MapCellProps {
  cell: RfmCell;
  measure: RfmMeasure;
  most: number;
  amount: Score | undefined;
  money: ShowMoney;
}

function MapCell({ cell, measure, most, amount, money }: MapCellProps) {
  const t = useText();
  const format = useFormat();
  if (cell.customers === 0) {
    return (
      <td className={`${classes.cell} ${classes.none}`}>
        <span>{format.number(0)}</span>
      </td>
    );
  }
  const level = heat[`l${levelOf(cell[measure], 0, most)}`];
  const { recency, frequency, customers, revenue } = cell;
  return (
    <td className={`${classes.cell} ${level}`}>
      <CustomersLink
        filter={{ rfm: rfmFilter(cell, amount) }}
        label={t("web.rfm.cell", {
          recency,
          frequency,
          count: customers,
          revenue: money.full(revenue),
        })}
      >
        {measure === "customers" ? format.number(customers) : money.short(revenue)}
      </CustomersLink>
    </td>
  );
}
