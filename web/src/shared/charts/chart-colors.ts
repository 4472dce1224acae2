/** What a chart is drawn with, as the page's theme stands: canvas knows no CSS variables. */
export interface ChartColors {
  text: string;
  dimmed: string;
  line: string;
  surface: string;
  series: readonly string[];
  /** From least to most, for areas that stand for an amount. */
  band: string;
  /** The days that others are compared with: there, but behind. */
  earlier: string;
}

const seriesCount = 6;

export function chartColors(of: Element): ChartColors {
  const styles = getComputedStyle(of);
  const value = (name: string) => styles.getPropertyValue(name).trim();
  return {
    text: value("--mantine-color-text"),
    dimmed: value("--mantine-color-dimmed"),
    line: value("--vafa-line"),
    surface: value("--vafa-surface"),
    series: Array.from({ length: seriesCount }, (_, index) => value(`--vafa-series-${index + 1}`)),
    band: value("--vafa-band"),
    earlier: value("--vafa-earlier"),
  };
}
