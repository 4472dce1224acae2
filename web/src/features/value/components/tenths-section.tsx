import { useCallback, useMemo } from "react";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { Summary } from "../api/value";
import type { ShownStore } from "../model/shown-store";
import { eachOf, shareOfFirst } from "../model/tenths";
import { Bars } from "./bars";

interface TenthsSectionProps {
  summary: Summary;
  store: ShownStore;
}

/** Customers by what they are expected to bring, in ten parts of equal size. */
export function TenthsSection({ summary, store }: TenthsSectionProps) {
  const t = useText();
  const format = useFormat();
  const { tenths } = summary.scores;
  const { minor, name: unit } = store.unit;
  const categories = useMemo(
    () => tenths.map((_, index) => format.number(index + 1)),
    [tenths, format],
  );
  const series = useMemo(
    () => [
      { name: t("web.value.expected"), values: tenths.map((one) => one.expected_value_minor) },
    ],
    [tenths, t],
  );
  const money = useCallback(
    (value: number) => format.moneyShort(value, store.currency, store.toman),
    [format, store.currency, store.toman],
  );
  const short = useCallback((value: number) => format.short(value / minor), [format, minor]);
  const first = shareOfFirst(tenths, 1);
  if (first === null) return null;
  const said = t("web.value.tenths_title", { share: format.percent(first, 0) });
  const table: ChartTable = {
    columns: [
      { name: t("web.value.tenth"), show: format.number },
      { name: t("web.value.customers"), show: format.number },
      { name: t("web.value.expected"), show: money },
      { name: t("web.value.expected_each"), show: money },
      { name: t("web.value.so_far"), show: money },
    ],
    rows: tenths.map((tenth, index) => [
      index + 1,
      tenth.customers,
      tenth.expected_value_minor,
      eachOf(tenth),
      tenth.revenue_minor,
    ]),
  };
  return (
    <ChartSection
      name="value-tenths"
      title={said}
      about={t("web.value.tenths_about", { unit })}
      table={table}
    >
      {(onDrawn) => (
        <Bars
          categories={categories}
          axis={t("web.value.tenth")}
          series={series}
          showAxis={short}
          show={money}
          label={said}
          onDrawn={onDrawn}
        />
      )}
    </ChartSection>
  );
}
