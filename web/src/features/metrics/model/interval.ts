export interface Interval {
  low: number;
  high: number;
}

/** The end of a scale of rates from 0: the least tenth above all of them. */
export function scaleEnd(highs: readonly number[]): number {
  return Math.max(0.1, Math.min(1, Math.ceil(Math.max(0, ...highs) * 10) / 10));
}

const normal95 = 1.96;

/** Wilson's 95 % interval of a share: it stays between 0 and 1, also for few. */
export function shareInterval(part: number, whole: number): Interval | null {
  if (whole <= 0) return null;
  const share = part / whole;
  const square = normal95 ** 2 / whole;
  const middle = (share + square / 2) / (1 + square);
  const half =
    (normal95 / (1 + square)) * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
