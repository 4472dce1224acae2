import { useCallback } from "react";
import { Chart, type TakePicture } from "@/shared/charts/chart";
import type { ChartColors } from "@/shared/charts/chart-colors";
import { tooltip } from "@/shared/charts/tooltip";

export interface Line {
  name: string;
  values: readonly number[];
  /** What is only foretold stands behind, dashed. */
  foretold?: boolean;
}

interface LinesProps {
  categories: readonly string[];
  lines: readonly Line[];
  /** The category from which on nothing was known. */
  from: { category: string; name: string } | null;
  show: (value: number) => string;
  label: string;
  onDrawn: (take: TakePicture) => void;
}

/** Lines over time; keep the lists stable. */
export function Lines({ categories, lines, from, show, label, onDrawn }: LinesProps) {
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      xAxis: {
        type: "category",
        boundaryGap: false,
        data: categories,
        axisLabel: {
          color: colors.dimmed,
          hideOverlap: true,
          alignMinLabel: "left",
          alignMaxLabel: "right",
        },
        axisLine: { lineStyle: { color: colors.line } },
      },
      yAxis: {
        type: "value",
        min: 0,
        axisLabel: { color: colors.dimmed, formatter: show },
        splitLine: { lineStyle: { color: colors.line } },
      },
      legend: { top: 0, right: 0, selectedMode: false, textStyle: { color: colors.text } },
      tooltip: {
        ...tooltip(colors),
        valueFormatter: show,
      },
      series: lines.map(({ name, values, foretold = false }, index) => ({
        type: "line",
        name,
        symbol: "none",
        data: values,
        lineStyle: {
          color: foretold ? colors.dimmed : colors.series[0],
          width: 2,
          type: foretold ? "dashed" : "solid",
        },
        itemStyle: { color: foretold ? colors.dimmed : colors.series[0] },
        markLine:
          from !== null && index === 0
            ? {
                silent: true,
                symbol: "none",
                lineStyle: { color: colors.dimmed },
                label: { formatter: from.name, color: colors.dimmed, position: "insideEndTop" },
                data: [{ xAxis: from.category }],
              }
            : undefined,
      })),
    }),
    [categories, lines, from, show],
  );
  return <Chart option={option} label={label} onDrawn={onDrawn} height={280} />;
}
