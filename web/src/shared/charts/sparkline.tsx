interface SparklineProps {
  values: readonly number[];
  /** What a screen reader says instead of the line. */
  label: string;
}

const width = 120;
const height = 32;
const edge = 3;

/** A small line without axes, left to right in every language; its last point is marked. */
export function Sparkline({ values, label }: SparklineProps) {
  const points = pointsOf(values);
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
      style={{ flex: "1 1 72px", minWidth: 72, maxWidth: width }}
    >
      <polyline
        points={points.map(([x, y]) => `${x},${y}`).join(" ")}
        stroke="var(--vafa-series-1)"
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={last[0]} cy={last[1]} r={2.5} fill="var(--vafa-series-1)" />
    </svg>
  );
}

function pointsOf(values: readonly number[]): [number, number][] {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const step = (width - 2 * edge) / Math.max(1, values.length - 1);
  const round = (value: number) => Math.round(value * 10) / 10;
  return values.map((value, index) => {
    const share = span === 0 ? 0.5 : (value - low) / span;
    return [round(edge + index * step), round(height - edge - share * (height - 2 * edge))];
  });
}
