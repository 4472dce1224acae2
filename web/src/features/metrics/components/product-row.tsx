import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { ShareBar } from "@/shared/ui/share-bar";
import { fewestCustomers } from "../model/came-back";
import type { NameOf, ShownProduct } from "../model/products";
import type { ShowMoney } from "../model/show-money";
import classes from "./product-row.module.css";
import { RateInterval } from "./rate-interval";

interface ProductRowProps {
  product: ShownProduct;
  average: number;
  /** Where the scale of rates ends. */
  end: number;
  /** The greatest value after a year of the list, in minor units. */
  mostValue: number;
  money: ShowMoney;
  nameOf: NameOf;
}

/** What becomes of those who began with one product or category. */
export function ProductRow(props: ProductRowProps) {
  const { product, average, end, mostValue, money, nameOf } = props;
  const t = useText();
  const value = product.value_after_year_minor;
  const enoughForValue = product.year_customers >= fewestCustomers;
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>
          <bdi>{product.name}</bdi>
        </p>
        <p className={classes.dim}>{t("web.products.began", { count: product.customers })}</p>
        <NextPurchases product={product} nameOf={nameOf} />
      </div>
      <div className={`${classes.figure} numeric`}>
        <span className={classes.label}>{t("web.products.rate")}</span>
        <Rate product={product} average={average} end={end} />
      </div>
      <div className={`${classes.figure} numeric`}>
        <span className={classes.label}>{t("web.products.value")}</span>
        {value === null || !enoughForValue ? (
          <span>{t("web.products.too_few")}</span>
        ) : (
          <>
            <strong title={money.full(value)}>{money.withUnit(value)}</strong>
            <ShareBar share={mostValue > 0 ? value / mostValue : 0} />
          </>
        )}
      </div>
    </li>
  );
}

function Rate({ product, average, end }: Pick<ProductRowProps, "product" | "average" | "end">) {
  const t = useText();
  const format = useFormat();
  const { repeat_purchase_rate: rate, interval, tooFew } = product;
  if (rate === null || interval === null || tooFew) return <span>{t("web.products.too_few")}</span>;
  return (
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
  );
}

const shownNext = 3;

function NextPurchases({ product, nameOf }: Pick<ProductRowProps, "product" | "nameOf">) {
  const t = useText();
  const format = useFormat();
  if (product.next.length === 0) return null;
  const list = product.next.slice(0, shownNext).map(({ value, customers, median_days: days }) =>
    t("web.products.next_one", {
      name: value === "" ? t("web.products.unnamed") : nameOf(value),
      share: format.percent(customers / product.repeat_customers, 0),
      days: format.number(days ?? 0),
    }),
  );
  return (
    <p className={classes.dim}>
      {t("web.products.next", { list: list.join(t("web.list.and_so")) })}
    </p>
  );
}
