import type { ValueTenth } from "../api/value";

/** The share of all that is expected which the first tenths bring; null where nothing is. */
export function shareOfFirst(tenths: readonly ValueTenth[], count: number): number | null {
  const sum = (of: readonly ValueTenth[]) =>
    of.reduce((total, tenth) => total + tenth.expected_value_minor, 0);
  const all = sum(tenths);
  return all > 0 ? sum(tenths.slice(0, count)) / all : null;
}

/** What one customer of a tenth is expected to bring. */
export function eachOf(tenth: ValueTenth): number {
  return tenth.customers > 0 ? tenth.expected_value_minor / tenth.customers : 0;
}
