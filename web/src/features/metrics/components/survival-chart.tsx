import { useCallback } from "react";
import { bandSeries } from "@/shared/charts/band";
import { Chart, type TakePicture } from "@/shared/charts/chart";
import type { ChartColors } from "@/shared/charts/chart-colors";
import { tooltip } from "@/shared/charts/tooltip";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { SharePoint } from "../model/came-back";

interface SurvivalChartProps {
  points: readonly SharePoint[];
  /** Those of the days compared with. */
  before: readonly SharePoint[] | undefined;
  label: string;
  onDrawn: (take: TakePicture) => void;
}

/** The share of customers who bought a second time by each day, with its 95 % band. */
export function SurvivalChart({ points, before, label, onDrawn }: SurvivalChartProps) {
  const t = useText();
  const format = useFormat();
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 48, right: 16, top: before ? 32 : 12, bottom: 44 },
      xAxis: {
        type: "value",
        name: t("web.survival.days"),
        nameLocation: "middle",
        nameGap: 28,
        max: points.at(-1)?.days ?? 0,
        axisLabel: { color: colors.dimmed, formatter: (days: number) => format.number(days) },
        nameTextStyle: { color: colors.dimmed },
        splitLine: { show: false },
      },
      yAxis: {
        type: "value",
        min: 0,
        axisLabel: {
          color: colors.dimmed,
          formatter: (share: number) => format.percent(share, 0),
        },
        splitLine: { lineStyle: { color: colors.line } },
      },
      tooltip: {
        ...tooltip(colors),
        formatter: (shown: { dataIndex: number }[]) => {
          const point = points[shown.at(-1)?.dataIndex ?? 0];
          if (!point) return "";
          return t("web.survival.by_day", {
            days: point.days,
            share: format.percent(point.share),
            low: format.percent(point.low),
            high: format.percent(point.high),
          });
        },
      },
      legend: before && {
        top: 0,
        right: 0,
        selectedMode: false,
        textStyle: { color: colors.text },
        data: [t("web.report.now"), t("web.report.before")],
      },
      series: [
        ...(before
          ? [
              {
                type: "line",
                name: t("web.report.before"),
                symbol: "none",
                data: before.map(({ days, share }) => [days, share]),
                lineStyle: { color: colors.dimmed, width: 2, type: "dashed" },
                itemStyle: { color: colors.dimmed },
              },
            ]
          : []),
        bandSeries(
          points.map(({ days, low, high }) => [days, low, high] as const),
          colors.band,
        ),
        {
          type: "line",
          name: t("web.report.now"),
          symbol: "none",
          data: points.map(({ days, share }) => [days, share]),
          lineStyle: { color: colors.series[0], width: 2 },
          itemStyle: { color: colors.series[0] },
        },
      ],
    }),
    [points, before, t, format],
  );
  return <Chart option={option} label={label} onDrawn={onDrawn} height={280} />;
}
