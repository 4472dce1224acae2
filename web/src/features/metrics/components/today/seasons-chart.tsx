import { useCallback } from "react";
import { Chart, type TakePicture } from "@/shared/charts/chart";
import type { ChartColors } from "@/shared/charts/chart-colors";
import { type Mark, marksByPeriod, markLines, markLinesOfText } from "@/shared/charts/marks";
import { tooltip } from "@/shared/charts/tooltip";
import { useText } from "@/shared/i18n/texts";
import type { Weeks } from "@/shared/lib/days";
import { useFormat } from "@/shared/lib/use-format";
import type { Reports } from "../../api/reports";
import type { ShowMoney } from "../../model/show-money";

export type Season = Reports["seasons"]["data"]["periods"][number];

interface SeasonsChartProps {
  seasons: readonly Season[];
  weeks: Weeks;
  money: ShowMoney;
  marks: readonly Mark[];
  label: string;
  onDrawn: (take: TakePicture) => void;
}

const openOpacity = 0.45;

/** Revenue of each period as a bar, and of the same period a year before as a line over them. */
export function SeasonsChart(props: SeasonsChartProps) {
  const { seasons, weeks, money, marks, label, onDrawn } = props;
  const { calendar } = weeks;
  const t = useText();
  const format = useFormat();
  const option = useCallback(
    (colors: ChartColors) => {
      const labels = seasons.map(({ period }) => period);
      const marked = marksByPeriod(marks, labels, "month", weeks);
      return {
        grid: { left: 8, right: 8, top: 28, bottom: 8, containLabel: true },
        xAxis: {
          type: "category",
          data: seasons.map(({ period }) => format.period(period, calendar)),
          axisLabel: { color: colors.dimmed, hideOverlap: true },
          axisTick: { show: false },
          axisLine: { lineStyle: { color: colors.line } },
        },
        yAxis: {
          type: "value",
          min: 0,
          name: money.unit,
          nameTextStyle: { color: colors.dimmed },
          axisLabel: { color: colors.dimmed, formatter: (minor: number) => money.short(minor) },
          splitLine: { lineStyle: { color: colors.line } },
        },
        tooltip: {
          ...tooltip(colors),
          formatter: (shown: { dataIndex: number }[]) => {
            const season = seasons[shown[0]?.dataIndex ?? 0];
            if (!season) return "";
            const before = season.year_ago_revenue_minor;
            return [
              format.period(season.period, calendar),
              `${t("web.seasons.now")}: ${money.full(season.revenue_minor)}`,
              ...(before === null ? [] : [`${t("web.seasons.before")}: ${money.full(before)}`]),
              ...markLinesOfText(marked.get(season.period) ?? [], format.day, calendar),
            ].join("\n");
          },
        },
        series: [
          {
            name: t("web.seasons.now"),
            type: "bar",
            barMaxWidth: 36,
            ...markLines([...marked.keys()].map((one) => labels.indexOf(one)), colors),
            itemStyle: { color: colors.series[0], borderRadius: [3, 3, 0, 0] },
            data: seasons.map(({ revenue_minor, complete }) => ({
              value: revenue_minor,
              ...(!complete && { itemStyle: { opacity: openOpacity } }),
            })),
          },
          {
            name: t("web.seasons.before"),
            type: "line",
            symbol: "circle",
            symbolSize: 6,
            lineStyle: { color: colors.series[1], width: 2 },
            itemStyle: { color: colors.series[1] },
            data: seasons.map(({ year_ago_revenue_minor }) => year_ago_revenue_minor),
          },
        ],
      };
    },
    [seasons, calendar, weeks, money, marks, t, format],
  );
  return <Chart option={option} label={label} onDrawn={onDrawn} height={280} />;
}
