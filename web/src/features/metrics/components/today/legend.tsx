import { Group, Text } from "@mantine/core";

export interface LegendEntry {
  name: string;
  /** The number of its colour among the chart's series, from 1. */
  color: number;
}

/** What the colours of a picture stand for, in the order they are read. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <Group gap="md" aria-hidden="true">
      {entries.map(({ name, color }) => (
        <Group key={name} gap={6} wrap="nowrap">
          <svg width={12} height={12}>
            <rect width={12} height={12} rx={3} fill={`var(--vafa-series-${color})`} />
          </svg>
          <Text size="sm">{name}</Text>
        </Group>
      ))}
    </Group>
  );
}
