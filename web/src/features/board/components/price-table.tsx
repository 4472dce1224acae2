import { Text } from "@mantine/core";
import { ChartSection, NumberTable } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import type { PriceMonth } from "@/shared/api/board";
import { useText } from "@/shared/i18n/texts";
import { calendarOfLabel } from "@/shared/lib/days";
import { useFormat } from "@/shared/lib/use-format";

interface PriceTableProps {
  months: readonly PriceMonth[];
}

/** The index as it is kept, with what a unit of money of each month is worth in the last. */
export function PriceTable({ months }: PriceTableProps) {
  const t = useText();
  const format = useFormat();
  const last = months.at(-1);
  if (last === undefined) return <Text c="dimmed">{t("web.prices.none")}</Text>;
  const named = (month: string) => format.period(month, calendarOfLabel(month));
  const table: ChartTable = {
    columns: [
      { name: t("web.prices.month") },
      { name: t("web.prices.index"), show: (value) => format.number(value, 2) },
      { name: t("web.prices.factor"), show: (value) => format.number(value, 3) },
    ],
    rows: months
      .map(({ month, index }) => [named(month), index, last.index / index])
      .reverse(),
  };
  const title = t("web.prices.kept_title", { count: months.length, month: named(last.month) });
  return (
    <ChartSection name="prices" title={title} about={t("web.prices.rules")} table={table}>
      {() => <NumberTable table={table} caption={title} />}
    </ChartSection>
  );
}
