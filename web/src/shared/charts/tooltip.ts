import type { ChartColors } from "./chart-colors";

/** The box beside a point: drawn on the canvas, where a shop's words are never taken for markup. */
export function tooltip(colors: ChartColors) {
  return {
    trigger: "axis",
    renderMode: "richText",
    backgroundColor: colors.surface,
    borderColor: colors.line,
    textStyle: { color: colors.text },
  } as const;
}
