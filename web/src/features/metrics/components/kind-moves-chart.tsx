import { useCallback } from "react";
import { Chart, type TakePicture } from "@/shared/charts/chart";
import type { ChartColors } from "@/shared/charts/chart-colors";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { kindsBefore, type Move } from "../model/kinds";

interface KindMovesChartProps {
  moves: readonly Move[];
  label: string;
  onDrawn: (take: TakePicture) => void;
}

/** A month ago at the left, now at the right; a ribbon is as thick as its customers are many. */
export function KindMovesChart({ moves, label, onDrawn }: KindMovesChartProps) {
  const t = useText();
  const format = useFormat();
  const option = useCallback(
    (colors: ChartColors) => {
      const colorOf = (kind: Move["before"]) => colors.series[kindsBefore.indexOf(kind)];
      // The same order on both sides: the names stand once, so that they fit on a phone.
      const label = (key: "before" | "now", kind: Move["before"], customers: number) => {
        const isNamed = key === "now" && moves.some(({ before }) => before === kind);
        const count = format.number(customers);
        return isNamed ? count : `${t(`web.kind.${kind}`)} · ${count}`;
      };
      const side = (key: "before" | "now", depth: number, position: "left" | "right") =>
        kindsBefore.flatMap((kind) => {
          const here = moves.filter((move) => move[key] === kind);
          if (here.length === 0) return [];
          const customers = here.reduce((sum, move) => sum + move.customers, 0);
          return [
            {
              name: `${key} ${kind}`,
              depth,
              itemStyle: { color: colorOf(kind), borderWidth: 0 },
              label: {
                position,
                formatter: label(key, kind, customers),
              },
            },
          ];
        });
      return {
        series: [
          {
            type: "sankey",
            left: 4,
            right: 4,
            top: 8,
            bottom: 8,
            nodeWidth: 10,
            nodeGap: 20,
            layoutIterations: 0,
            draggable: false,
            silent: true,
            data: [...side("before", 0, "right"), ...side("now", 1, "left")],
            links: moves.map(({ before, now, customers }) => ({
              source: `before ${before}`,
              target: `now ${now}`,
              value: customers,
            })),
            label: { color: colors.text, fontSize: 13 },
            lineStyle: { color: "source", opacity: 0.28, curveness: 0.5 },
          },
        ],
      };
    },
    [moves, t, format],
  );
  return <Chart option={option} label={label} onDrawn={onDrawn} height={340} />;
}
