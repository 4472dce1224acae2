import { useCallback } from "react";
import { Chart, type TakePicture } from "@/shared/charts/chart";
import type { ChartColors } from "@/shared/charts/chart-colors";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { fewestCustomers, type Window } from "../model/came-back";

interface RepurchaseChartProps {
  windows: readonly Window[];
  /** Those of the days compared with, in the same order. */
  before: readonly Window[] | undefined;
  label: string;
  onDrawn: (take: TakePicture) => void;
}

/** One bar a window: the share of customers who bought again within so many days. */
export function RepurchaseChart({ windows, before, label, onDrawn }: RepurchaseChartProps) {
  const t = useText();
  const format = useFormat();
  const bars = useCallback(
    (of: readonly Window[], name: string, color: string, ink: string) => ({
      type: "bar",
      name,
      barMaxWidth: 56,
      data: of.map(({ rate, eligible }) => (eligible < fewestCustomers ? null : rate)),
      itemStyle: { color, borderRadius: [4, 4, 0, 0] },
      label: {
        show: true,
        position: "top",
        color: ink,
        formatter: ({ value }: { value: number | null }) =>
          value === null || value === undefined ? "–" : format.percent(value),
      },
    }),
    [format],
  );
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 48, right: 8, top: before ? 40 : 24, bottom: 48 },
      xAxis: {
        type: "category",
        name: t("web.survival.days"),
        nameLocation: "middle",
        nameGap: 30,
        nameTextStyle: { color: colors.dimmed },
        data: windows.map(({ days }) => format.number(days ?? 0)),
        axisLabel: { color: colors.dimmed, interval: 0 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colors.line } },
      },
      yAxis: {
        type: "value",
        min: 0,
        axisLabel: { color: colors.dimmed, formatter: (share: number) => format.percent(share, 0) },
        splitLine: { lineStyle: { color: colors.line } },
      },
      legend: before && {
        top: 0,
        right: 0,
        selectedMode: false,
        textStyle: { color: colors.text },
      },
      series: [
        ...(before
          ? [bars(before, t("web.report.before"), colors.earlier, colors.dimmed)]
          : []),
        bars(windows, t("web.report.now"), colors.series[0] ?? "", colors.text),
      ],
    }),
    [windows, before, t, format, bars],
  );
  return <Chart option={option} label={label} onDrawn={onDrawn} height={260} />;
}
