import { Group, Paper, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Sparkline } from "@/shared/charts/sparkline";
import { useText } from "@/shared/i18n/texts";
import { Definition } from "@/shared/ui/definition";
import { fewestCustomers } from "../../model/came-back";
import type { Compared } from "../../model/change";
import type { Unit } from "../../model/today-numbers";
import { ChangeNote } from "./change-note";

interface KeyNumberProps {
  name: string;
  /** How it is counted. */
  definition: ReactNode;
  compared: Compared;
  unit: Unit;
  show: (value: number) => string;
  /** The value without rounding, where `show` rounds. */
  exact?: (value: number) => string;
  /** Too few customers to speak of a change. */
  isByChance: boolean;
  trend?: readonly number[] | undefined;
  note?: string | undefined;
}

/** One number: its name with the definition, the value, its change, a line, a word beside it. */
export function KeyNumber(props: KeyNumberProps) {
  const { name, definition, compared, unit, show, exact, isByChance, trend, note } = props;
  const t = useText();
  const { now } = compared;
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap={2} h="100%">
        <Text size="sm" c="dimmed" fw={500} component="div">
          <Definition name={name}>{definition}</Definition>
        </Text>
        <Group justify="space-between" align="center" gap="xs">
          <Text
            className="numeric"
            fz={{ base: 28, lg: 24 }}
            fw={650}
            lh={1.4}
            style={{ whiteSpace: "nowrap" }}
            {...(now !== null && exact && { title: exact(now) })}
          >
            {now === null ? "–" : show(now)}
          </Text>
          {trend && trend.length > 1 && (
            <Sparkline
              values={trend}
              label={t("web.today.trend", {
                months: trend.length,
                low: show(Math.min(...trend)),
                high: show(Math.max(...trend)),
                last: show(trend.at(-1) ?? 0),
              })}
            />
          )}
        </Group>
        {isByChance ? (
          <Text size="sm" c="dimmed">
            {t("web.report.too_few", { count: fewestCustomers })}
          </Text>
        ) : (
          <ChangeNote compared={compared} isShare={unit === "share"} show={show} />
        )}
        {note !== undefined && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
