import { useMemo } from "react";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { Summary } from "../api/value";
import { Bars } from "./bars";

const bins = 10;

/** How many customers are how likely to be active still. */
export function AliveSection({ summary }: { summary: Summary }) {
  const t = useText();
  const format = useFormat();
  const counts = summary.scores.customers_by_p_alive;
  const names = useMemo(
    () =>
      counts.map((_, index) =>
        t("web.value.from_to", {
          from: format.percent(index / bins, 0),
          to: format.percent((index + 1) / bins, 0),
        }),
      ),
    [counts, format, t],
  );
  const axisNames = useMemo(
    () => counts.map((_, index) => format.percent((index + 0.5) / bins, 0)),
    [counts, format],
  );
  const series = useMemo(
    () => [{ name: t("web.value.customers"), values: counts }],
    [counts, t],
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const doubtful = counts.slice(0, bins / 2).reduce((sum, count) => sum + count, 0);
  const said = t("web.value.alive_title", {
    share: format.percent(total > 0 ? doubtful / total : 0, 0),
  });
  const table: ChartTable = {
    columns: [
      { name: t("web.value.p_alive") },
      { name: t("web.value.customers"), show: format.number },
    ],
    rows: counts.map((count, index) => [names[index] ?? "", count]),
  };
  return (
    <ChartSection name="p-alive" title={said} about={t("web.value.alive_about")} table={table}>
      {(onDrawn) => (
        <Bars
          categories={axisNames}
          axis={t("web.value.p_alive")}
          series={series}
          showAxis={format.short}
          show={format.number}
          label={said}
          onDrawn={onDrawn}
        />
      )}
    </ChartSection>
  );
}
