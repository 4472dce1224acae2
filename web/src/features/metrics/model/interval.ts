export interface Interval {
  low: number;
  high: number;
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
