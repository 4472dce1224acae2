import { useCallback } from "react";
import { Chart, type TakePicture } from "@/shared/charts/chart";
import type { ChartColors } from "@/shared/charts/chart-colors";
import { tooltip } from "@/shared/charts/tooltip";

export interface BarSeries {
  name: string;
  values: readonly (number | null)[];
}

interface BarsProps {
  categories: readonly string[];
  /** What the categories are. */
  axis: string;
  series: readonly BarSeries[];
  showAxis: (value: number) => string;
  show: (value: number) => string;
  label: string;
  onDrawn: (take: TakePicture) => void;
}

/** Bars side by side; keep the lists stable. */
export function Bars({ categories, axis, series, showAxis, show, label, onDrawn }: BarsProps) {
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 8, right: 8, top: series.length > 1 ? 36 : 12, bottom: 28, containLabel: true },
      xAxis: {
        type: "category",
        name: axis,
        nameLocation: "middle",
        nameGap: 28,
        nameTextStyle: { color: colors.dimmed },
        data: categories,
        axisLabel: { color: colors.dimmed, hideOverlap: true },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colors.line } },
      },
      yAxis: {
        type: "value",
        min: 0,
        axisLabel: { color: colors.dimmed, formatter: showAxis },
        splitLine: { lineStyle: { color: colors.line } },
      },
      legend:
        series.length > 1
          ? { top: 0, right: 0, selectedMode: false, textStyle: { color: colors.text } }
          : undefined,
      tooltip: {
        ...tooltip(colors),
        axisPointer: { type: "shadow" },
        valueFormatter: (value: number | null) => (value === null ? "–" : show(value)),
      },
      series: series.map(({ name, values }, index) => ({
        type: "bar",
        name,
        barMaxWidth: 40,
        data: values,
        itemStyle: {
          color: index === 0 ? colors.series[0] : colors.earlier,
          borderRadius: [4, 4, 0, 0],
        },
      })),
    }),
    [categories, axis, series, showAxis, show],
  );
  return <Chart option={option} label={label} onDrawn={onDrawn} height={260} />;
}
