import { weekOf, type Weeks } from "@/shared/lib/days";
import type { Calendar } from "@/shared/lib/format";
import type { ChartColors } from "./chart-colors";

/** Something that happened on a day, pinned by a person. */
export interface Mark {
  day: string;
  text: string;
}

export type MarkedBy = "day" | "week" | "month" | "quarter" | "year";

/** The label of the period that a day lies in, as reports write it. */
export function periodOfDay(day: string, by: MarkedBy, weeks: Weeks): string {
  const [year = "", month = ""] = day.split("-");
  switch (by) {
    case "day":
      return day;
    case "week":
      return weekOf(day, weeks);
    case "month":
      return `${year}-${month}`;
    case "quarter":
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case "year":
      return year;
  }
}

/** The marks of each period that is shown. */
export function marksByPeriod(
  marks: readonly Mark[],
  periods: readonly string[],
  by: MarkedBy,
  weeks: Weeks,
): Map<string, Mark[]> {
  const found = new Map<string, Mark[]>();
  for (const mark of marks) {
    const period = periodOfDay(mark.day, by, weeks);
    if (!periods.includes(period)) continue;
    found.set(period, [...(found.get(period) ?? []), mark]);
  }
  return found;
}

/** Thin lines for a series on an axis of categories, at the places of `marked`. */
export function markLines(marked: readonly number[], colors: ChartColors) {
  if (marked.length === 0) return {};
  return {
    markLine: {
      symbol: ["none", "circle"],
      symbolSize: 7,
      silent: true,
      animation: false,
      label: { show: false },
      lineStyle: { color: colors.text, type: "dashed", width: 1, opacity: 0.7 },
      data: marked.map((place) => ({ xAxis: place })),
    },
  };
}

/** Lines of a tooltip: what happened, and when. */
export function markLinesOfText(
  marks: readonly Mark[],
  day: (day: string, calendar: Calendar) => string,
  calendar: Calendar,
): string[] {
  return marks.map((mark) => `• ${day(mark.day, calendar)}: ${mark.text}`);
}
