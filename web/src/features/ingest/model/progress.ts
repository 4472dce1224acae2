import type { Progress } from "../api/imports";

export interface Pace {
  /** From 0 to 1; null where nobody knows how much it will be. */
  share: number | null;
  /** Null while it has hardly begun: a rate of a moment is none. */
  rowsPerSecond: number | null;
  secondsLeft: number | null;
}

const leastToTell = 1; // of seconds: less is "just begun" or "nearly done"

/** How fast it goes and how long it will: of the phase at hand, as the server counts it. */
export function paceOf({ done, total, rows, rows_per_second }: Progress): Pace {
  const share = total > 0 ? Math.min(1, done / total) : null;
  const elapsed = rows_per_second > 0 ? rows / rows_per_second : 0;
  if (elapsed < leastToTell) return { share, rowsPerSecond: null, secondsLeft: null };
  if (share === null || share === 0) {
    return { share, rowsPerSecond: rows_per_second, secondsLeft: null };
  }
  const left = (elapsed * (1 - share)) / share;
  return { share, rowsPerSecond: rows_per_second, secondsLeft: Math.max(leastToTell, left) };
}

/** "40 seconds", "3 minutes": what people say of time left. */
export function timeLeft(seconds: number): { unit: "seconds" | "minutes"; count: number } {
  const minute = 60;
  const whole = Math.ceil(seconds);
  if (whole < minute) return { unit: "seconds", count: whole };
  return { unit: "minutes", count: Math.ceil(whole / minute) };
}
