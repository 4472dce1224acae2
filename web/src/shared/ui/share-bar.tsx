import type { CSSProperties } from "react";
import classes from "./share-bar.module.css";

/** A share from 0 to 1 as a bar, beside the number that says it. */
export function ShareBar({ share }: { share: number }) {
  const part = Math.max(0, Math.min(1, share));
  return (
    <span className={classes.bar} aria-hidden="true">
      <span style={{ "--share": part } as CSSProperties} />
    </span>
  );
}
