import { Group, NativeSelect, SegmentedControl, Text, TextInput } from "@mantine/core";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Icon } from "@/shared/ui/icon";
import { EmptyNote } from "@/shared/ui/states";
import type { Reports } from "../api/reports";
import { scaleEnd } from "../model/interval";
import {
  listOf,
  type NameOf,
  productLists,
  type ProductsSearch,
  productSorts,
  type ShownProduct,
  shownProducts,
} from "../model/products";
import type { ShowMoney } from "../model/show-money";
import { HowCounted } from "./how-counted";
import { ProductHead } from "./product-head";
import { ProductRow } from "./product-row";
import classes from "./product-row.module.css";
import { useMoney } from "./use-money";

interface ProductsSectionProps {
  report: Reports["products"];
  /** The whole store's repeat purchase rate. */
  average: number;
  search: ProductsSearch;
  onChange: (change: Partial<ProductsSearch>) => void;
  /** What people call a product. */
  titleOf: NameOf;
  toman: boolean;
}

/** Customers by what they bought first: who returns, what they are worth, what comes next. */
export function ProductsSection(props: ProductsSectionProps) {
  const { report, average, search, titleOf } = props;
  const t = useText();
  const { data, definition } = report;
  const list = listOf(search, data);
  const nameOf = list === "products" ? titleOf : (value: string) => value;
  const shown = shownProducts(data[list], search, nameOf);
  const money = useMoney(definition.currency, props.toman);
  const table = useProductTable(shown, money, nameOf);
  const highs = shown.map(({ interval, tooFew }) => (tooFew ? 0 : (interval?.high ?? 0)));
  const end = scaleEnd([average, ...highs]);
  const mostValue = Math.max(0, ...shown.map((one) => one.value_after_year_minor ?? 0));
  return (
    <ChartSection
      name="products"
      title={t(`web.products.title_${list}`)}
      about={t("web.products.about")}
      table={table}
      controls={<ProductControls {...props} list={list} />}
    >
      {() => (
        <>
          {shown.length === 0 && <EmptyNote icon="search" title={t("web.products.not_found")} />}
          {shown.length > 0 && <ProductHead />}
          <ol className={classes.list}>
            {shown.map((product) => (
              <ProductRow
                key={product.value}
                {...{ product, average, end, mostValue, money, nameOf }}
              />
            ))}
          </ol>
          <Text size="sm" c="dimmed">
            {t("web.products.reading")}
          </Text>
          <HowCounted definition={definition} />
        </>
      )}
    </ChartSection>
  );
}

function ProductControls(props: ProductsSectionProps & { list: ReturnType<typeof listOf> }) {
  const { search, onChange, list } = props;
  const t = useText();
  return (
    <Group gap="sm" align="flex-end" className="no-print">
      <SegmentedControl
        aria-label={t("web.products.by")}
        value={list}
        data={productLists.map((one) => ({ value: one, label: t(`web.products.${one}`) }))}
        onChange={(show) => onChange({ show })}
      />
      <TextInput
        size="sm"
        type="search"
        aria-label={t("web.products.find")}
        placeholder={t("web.products.find")}
        leftSection={<Icon name="search" size={16} />}
        value={search.q ?? ""}
        onChange={({ currentTarget: { value } }) =>
          onChange({ q: value === "" ? undefined : value })
        }
      />
      <NativeSelect
        size="sm"
        aria-label={t("web.products.sort")}
        value={search.sort ?? "customers"}
        data={productSorts.map((one) => ({ value: one, label: t(`web.products.sort_${one}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({
            sort: value === "customers" ? undefined : productSorts.find((one) => one === value),
          })
        }
      />
    </Group>
  );
}

function useProductTable(
  shown: readonly ShownProduct[],
  money: ShowMoney,
  nameOf: NameOf,
): ChartTable {
  const t = useText();
  const format = useFormat();
  const share = (value: number) => format.percent(value);
  const days = (value: number) => format.number(value, 1);
  return {
    columns: [
      { name: t("web.products.first") },
      { name: t("web.who.customers"), show: format.number },
      { name: t("web.products.rate"), show: share },
      { name: t("web.survival.low"), show: share },
      { name: t("web.survival.high"), show: share },
      { name: t("web.products.value"), show: money.full },
      { name: t("web.products.next_first") },
      { name: t("web.products.next_days"), show: days },
    ],
    rows: shown.map((one) => [
      one.name,
      one.customers,
      one.repeat_purchase_rate,
      one.interval?.low ?? null,
      one.interval?.high ?? null,
      one.value_after_year_minor,
      one.next[0] ? nameOf(one.next[0].value) : null,
      one.next[0]?.median_days ?? null,
    ]),
  };
}
