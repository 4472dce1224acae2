import type { CSSProperties } from "react";
import type { Interval } from "../model/interval";
import classes from "./rate-interval.module.css";

interface RateIntervalProps {
  rate: number;
  interval: Interval;
  /** The whole store's rate, as a line; null: none. */
  average: number | null;
  /** Where the scale ends; it begins at 0. */
  end: number;
}

/** A rate as a dot in its 95 % interval; the numbers stand beside it. */
export function RateInterval({ rate, interval, average, end }: RateIntervalProps) {
  const at = (share: number) => Math.max(0, Math.min(1, share / end));
  const style = (share: number, length = 0) =>
    ({ "--at": at(share), "--length": length }) as CSSProperties;
  return (
    <span className={classes.scale} aria-hidden="true">
      <span
        className={classes.interval}
        style={style(interval.low, at(interval.high) - at(interval.low))}
      />
      {average !== null && <span className={classes.average} style={style(average)} />}
      <span className={classes.dot} style={style(rate)} />
    </span>
  );
}
