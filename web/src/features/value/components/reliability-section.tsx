import { useMemo } from "react";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { ReliabilityBin } from "../api/value";
import { Bars } from "./bars";

interface ReliabilitySectionProps {
  bins: readonly ReliabilityBin[];
  /** Of a forecast that was really made, rather than of the days held out. */
  ofPast?: boolean;
}

/** Whether the chances that were given came true, by how likely customers were to be active. */
export function ReliabilitySection({ bins, ofPast = false }: ReliabilitySectionProps) {
  const t = useText();
  const format = useFormat();
  const categories = useMemo(
    () => bins.map((bin) => format.percent(bin.p_alive, 0)),
    [bins, format],
  );
  const series = useMemo(
    () => [
      { name: t("web.value.bought"), values: bins.map((bin) => bin.purchased) },
      { name: t("web.value.chance"), values: bins.map((bin) => bin.p_purchase) },
    ],
    [bins, t],
  );
  const share = useMemo(() => (value: number) => format.percent(value, 0), [format]);
  if (bins.length === 0) return null;
  const table: ChartTable = {
    columns: [
      { name: t("web.value.p_alive"), show: share },
      { name: t("web.value.customers"), show: format.number },
      { name: t("web.value.chance"), show: format.percent },
      { name: t("web.value.bought"), show: format.percent },
    ],
    rows: bins.map((bin) => [bin.p_alive, bin.customers, bin.p_purchase, bin.purchased]),
  };
  const said = t(ofPast ? "web.value.reliability_past" : "web.value.reliability");
  return (
    <ChartSection
      name={ofPast ? "reliability-past" : "reliability"}
      title={said}
      about={t("web.value.reliability_about")}
      table={table}
    >
      {(onDrawn) => (
        <Bars
          categories={categories}
          axis={t("web.value.p_alive")}
          series={series}
          showAxis={share}
          show={format.percent}
          label={said}
          onDrawn={onDrawn}
        />
      )}
    </ChartSection>
  );
}
