/** A number beside what it was in the range it is compared with. */
export interface Compared {
  now: number | null;
  before: number | null;
}

export type Direction = "more" | "less" | "same";

export interface Change {
  direction: Direction;
  /** How much, without its sign: a share of what it was, or the difference of two shares. */
  size: number;
}

// What is written with one decimal of a percent or a point.
const unseen = 0.0005;

/** Of amounts and counts, against what they were; nothing where that was nothing. */
export function growthOf({ now, before }: Compared): Change | null {
  if (now === null || before === null || before <= 0) return null;
  return changeBy((now - before) / before);
}

/** Of shares: the difference, to be read as percentage points. */
export function pointsOf({ now, before }: Compared): Change | null {
  if (now === null || before === null) return null;
  return changeBy(now - before);
}

function changeBy(difference: number): Change {
  const size = Math.abs(difference);
  if (size < unseen) return { direction: "same", size: 0 };
  return { direction: difference > 0 ? "more" : "less", size };
}
