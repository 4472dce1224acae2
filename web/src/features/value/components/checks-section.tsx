import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { NumberTable } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Section } from "@/shared/ui/section";
import { Loaded } from "@/shared/ui/states";
import { type Check, checksQuery } from "../api/value";
import type { ShownStore } from "../model/shown-store";
import { ReliabilitySection } from "./reliability-section";
import { useModelName } from "./use-model-name";

/** Forecasts of months that are over, beside what came. */
export function ChecksSection({ store }: { store: ShownStore }) {
  const t = useText();
  const query = useQuery(checksQuery());
  return (
    <>
      <Section title={t("web.value.checks")} about={t("web.value.checks_about")}>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t("web.value.checks_none")}</Text>
            ) : (
              <CheckTable checks={items} store={store} />
            )
          }
        </Loaded>
      </Section>
      {query.data?.items[0] !== undefined && (
        <ReliabilitySection bins={query.data.items[0].reliability} ofPast />
      )}
    </>
  );
}

function CheckTable({ checks, store }: { checks: readonly Check[]; store: ShownStore }) {
  const t = useText();
  const format = useFormat();
  const nameOf = useModelName();
  const day = (label: string) => format.day(label, store.calendar);
  const whole = (value: number) => format.number(Math.round(value));
  const table: ChartTable = {
    columns: [
      { name: t("web.value.check_from") },
      { name: t("web.value.check_until") },
      { name: t("web.value.model") },
      { name: t("web.value.foretold"), show: whole },
      { name: t("web.value.actual"), show: whole },
      { name: t("web.value.bias"), show: format.percent },
    ],
    rows: checks.map((check) => [
      day(check.as_of),
      day(check.until),
      nameOf(check.model),
      check.expected,
      check.actual,
      check.actual > 0 ? check.expected / check.actual - 1 : null,
    ]),
  };
  return <NumberTable table={table} caption={t("web.value.checks")} />;
}
