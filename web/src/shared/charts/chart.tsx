import { Skeleton, useComputedColorScheme, useDirection } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import type { EChartsCoreOption } from "echarts/core";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useLanguage } from "@/shared/i18n/texts";
import { type ChartColors, chartColors } from "./chart-colors";
import type { ECharts } from "./echarts";

/** What was drawn: the picture as it stands, on the page's ground, as a data address. */
export type TakePicture = () => string;

interface ChartProps {
  /** Made anew when the theme or the language changes; keep it stable otherwise. */
  option: (colors: ChartColors) => EChartsCoreOption;
  /** What a screen reader says instead of the picture. */
  label: string;
  height?: number;
  /** Called once the chart can be asked for its picture. */
  onDrawn?: (take: TakePicture) => void;
}

/** A picture by ECharts in the page's colours and type; time runs left to right everywhere. */
export function Chart({ option, label, height = 280, onDrawn }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useEcharts(place);
  const scheme = useComputedColorScheme("light");
  const { dir } = useDirection();
  const language = useLanguage();
  const still = useReducedMotion();

  useEffect(() => {
    const element = place.current;
    if (!chart || !element) return;
    const draw = (animation: boolean) => {
      const colors = chartColors(element);
      const fontFamily = getComputedStyle(element).fontFamily;
      chart.setOption(
        {
          animation,
          animationDuration: 150,
          textStyle: { fontFamily, color: colors.text, fontSize: 12 },
          ...option(colors),
        },
        { notMerge: true },
      );
    };
    draw(!still);
    onDrawn?.(() => pictureOf(element, chartColors(element).surface));
    // Printed pages are light (shared/ui/print-light.ts), and a canvas keeps its colours.
    const drawAgain = () => draw(false);
    addEventListener("beforeprint", drawAgain);
    addEventListener("afterprint", drawAgain);
    return () => {
      removeEventListener("beforeprint", drawAgain);
      removeEventListener("afterprint", drawAgain);
    };
  }, [chart, option, scheme, dir, language, still, onDrawn]);

  return (
    <div role="img" aria-label={label} style={{ position: "relative", height }}>
      {!chart && <Skeleton height={height} />}
      <div ref={place} dir="ltr" style={{ position: "absolute", inset: 0 }} />
    </div>
  );
}

// As sharp on paper and in a file as on the finest screen.
const sharpness = 2;

/** As it stands on the page: drawn anew by itself it would lose the direction of its words. */
function pictureOf(element: Element, ground: string): string {
  const layers = [...element.querySelectorAll("canvas")];
  const canvas = document.createElement("canvas");
  canvas.width = layers[0]?.width ?? 0;
  canvas.height = layers[0]?.height ?? 0;
  const pen = canvas.getContext("2d");
  if (!pen) return "";
  pen.fillStyle = ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of layers) pen.drawImage(layer, 0, 0);
  return canvas.toDataURL("image/png");
}

function useEcharts(place: RefObject<HTMLDivElement | null>): ECharts | null {
  const [chart, setChart] = useState<ECharts | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let made: ECharts | undefined;
    const watcher = new ResizeObserver(() => made?.resize());
    let gone = false;
    void import("./echarts").then(({ init }) => {
      if (gone) return;
      made = init(element, null, {
        devicePixelRatio: Math.max(sharpness, window.devicePixelRatio),
      });
      watcher.observe(element);
      setChart(made);
    });
    return () => {
      gone = true;
      watcher.disconnect();
      made?.dispose();
    };
  }, [place]);
  return chart;
}
