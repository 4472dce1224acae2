import { useCallback } from "react";
import { Chart, type TakePicture } from "@/shared/charts/chart";
import type { ChartColors } from "@/shared/charts/chart-colors";
import { type Mark, marksByPeriod, markLines, markLinesOfText } from "@/shared/charts/marks";
import { tooltip } from "@/shared/charts/tooltip";
import { useText } from "@/shared/i18n/texts";
import type { Weeks } from "@/shared/lib/days";
import { useFormat } from "@/shared/lib/use-format";
import { type Period, type Stage, stages } from "../../model/lifecycle";
import type { By } from "../../model/report-search";

interface LifecycleChartProps {
  periods: readonly Period[];
  weeks: Weeks;
  by: By;
  marks: readonly Mark[];
  label: string;
  onDrawn: (take: TakePicture) => void;
}

// A period that is not over is drawn paler.
const openOpacity = 0.45;

/** Bars of who bought, period by period; below the line, who had bought before and did not. */
export function LifecycleChart(props: LifecycleChartProps) {
  const { periods, weeks, by, marks, label, onDrawn } = props;
  const { calendar } = weeks;
  const t = useText();
  const format = useFormat();
  const option = useCallback(
    (colors: ChartColors) => {
      const labels = periods.map(({ period }) => period);
      const marked = marksByPeriod(marks, labels, by, weeks);
      return {
        grid: { left: 8, right: 8, top: 12, bottom: 8, containLabel: true },
        xAxis: {
          type: "category",
          data: periods.map(({ period }) => format.period(period, calendar)),
          axisLabel: { color: colors.dimmed, hideOverlap: true },
          axisTick: { show: false },
          axisLine: { onZero: false, lineStyle: { color: colors.line } },
        },
        yAxis: {
          type: "value",
          axisLabel: {
            color: colors.dimmed,
            formatter: (value: number) => format.short(Math.abs(value)),
          },
          splitLine: { lineStyle: { color: colors.line } },
        },
        tooltip: {
          ...tooltip(colors),
          formatter: (shown: { dataIndex: number }[]) => {
            const period = periods[shown[0]?.dataIndex ?? 0];
            if (!period) return "";
            const lines = stages.map(
              (stage) => `${t(`web.lifecycle.${stage}`)}: ${format.number(period[stage])}`,
            );
            const notes = markLinesOfText(marked.get(period.period) ?? [], format.day, calendar);
            return [format.period(period.period, calendar), ...lines, ...notes].join("\n");
          },
        },
        series: stages.map((stage, index) => ({
          name: t(`web.lifecycle.${stage}`),
          type: "bar",
          stack: "customers",
          ...(index === 0 &&
            markLines(
              [...marked.keys()].map((one) => labels.indexOf(one)),
              colors,
            )),
          barMaxWidth: 36,
          itemStyle: { color: stageColor(colors, stage, index) },
          data: periods.map((period) => ({
            value: stage === "dormant" ? -period[stage] : period[stage],
            ...(!period.complete && { itemStyle: { opacity: openOpacity } }),
          })),
        })),
      };
    },
    [periods, calendar, weeks, by, marks, t, format],
  );
  return <Chart option={option} label={label} onDrawn={onDrawn} height={300} />;
}

function stageColor(colors: ChartColors, stage: Stage, index: number): string {
  return (stage === "dormant" ? colors.series[5] : colors.series[index]) ?? colors.text;
}
