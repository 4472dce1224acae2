import { Group, Paper, Stack, Text } from "@mantine/core";
import { useId } from "react";
import { CopyButton } from "./copy-button";

/** What is shown once: a key, a link. */
export function Secret({ label, value }: { label: string; value: string }) {
  const id = useId();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500} id={id}>
        {label}
      </Text>
      <Paper withBorder p="sm" bg="var(--mantine-color-body)">
        <Group justify="space-between" gap="sm" wrap="wrap">
          <Text component="output" className="code" size="sm" aria-labelledby={id} flex="1 1 240px">
            {value}
          </Text>
          <CopyButton text={value} />
        </Group>
      </Paper>
    </Stack>
  );
}
