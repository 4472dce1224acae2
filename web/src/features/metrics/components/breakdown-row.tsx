import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { ShareBar } from "@/shared/ui/share-bar";
import type { PartFigures } from "../model/breakdown";
import type { ShowMoney } from "../model/show-money";
import classes from "./product-row.module.css";
import { RateInterval } from "./rate-interval";

interface BreakdownRowProps {
  part: PartFigures;
  name: string;
  rateName: string;
  /** The whole store's rate; null: not known. */
  average: number | null;
  end: number;
  money: ShowMoney;
}

export function BreakdownRow({ part, name, rateName, average, end, money }: BreakdownRowProps) {
  const t = useText();
  const format = useFormat();
  const { rate, interval, tooFew } = part;
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>
          <bdi>{name}</bdi>
        </p>
        <p className={classes.dim}>
          {t("web.who.customers_count", { count: part.customers })}
          {part.averageOrder !== null &&
            ` · ${t("web.parts.order_of", { amount: money.withUnit(part.averageOrder) })}`}
        </p>
      </div>
      <div className={`${classes.figure} numeric`}>
        <span className={classes.label}>{rateName}</span>
        {rate === null || interval === null || tooFew ? (
          <span>{t("web.products.too_few")}</span>
        ) : (
          <>
            <span>
              <strong>{format.percent(rate)}</strong>{" "}
              <span className={classes.label}>
                {t("web.products.interval", {
                  low: format.percent(interval.low, 0),
                  high: format.percent(interval.high, 0),
                })}
              </span>
            </span>
            <RateInterval rate={rate} interval={interval} average={average} end={end} />
          </>
        )}
      </div>
      <div className={`${classes.figure} numeric`}>
        <span className={classes.label}>{t("web.who.revenue")}</span>
        <span>
          <strong title={money.full(part.revenue)}>{money.withUnit(part.revenue)}</strong>{" "}
          {part.revenueShare !== null && (
            <span className={classes.label}>{format.percent(part.revenueShare)}</span>
          )}
        </span>
        <ShareBar share={part.revenueShare ?? 0} />
      </div>
    </li>
  );
}
