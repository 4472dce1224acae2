import { useCallback } from "react";
import { Chart, type TakePicture } from "@/shared/charts/chart";
import type { ChartColors } from "@/shared/charts/chart-colors";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { Window } from "../model/came-back";

interface RepurchaseChartProps {
  windows: readonly Window[];
  label: string;
  onDrawn: (take: TakePicture) => void;
}

/** One bar a window: the share of customers who bought again within so many days. */
export function RepurchaseChart({ windows, label, onDrawn }: RepurchaseChartProps) {
  const t = useText();
  const format = useFormat();
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 48, right: 8, top: 24, bottom: 28 },
      xAxis: {
        type: "category",
        data: windows.map(({ days }) => t("web.repurchase.within", { days: days ?? 0, count: days ?? 0 })),
        axisLabel: { color: colors.dimmed, interval: 0, hideOverlap: true },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colors.line } },
      },
      yAxis: {
        type: "value",
        min: 0,
        axisLabel: { color: colors.dimmed, formatter: (share: number) => format.percent(share, 0) },
        splitLine: { lineStyle: { color: colors.line } },
      },
      series: [
        {
          type: "bar",
          barMaxWidth: 56,
          data: windows.map(({ rate }) => rate),
          itemStyle: { color: colors.series[0], borderRadius: [4, 4, 0, 0] },
          label: {
            show: true,
            position: "top",
            color: colors.text,
            formatter: ({ value }: { value: number | null }) =>
              value === null || value === undefined ? "–" : format.percent(value),
          },
        },
      ],
    }),
    [windows, t, format],
  );
  return <Chart option={option} label={label} onDrawn={onDrawn} height={260} />;
}
