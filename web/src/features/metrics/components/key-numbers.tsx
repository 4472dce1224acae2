import { Paper, SimpleGrid, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { Summary } from "../api/summary";

export function KeyNumbers({ summary, toman }: { summary: Summary; toman: boolean }) {
  const t = useText();
  const format = useFormat();
  const money = (minor: number | null) =>
    minor === null ? "–" : format.money(minor, summary.currency, toman);
  const rate = summary.repeat_purchase_rate;
  const numbers = [
    { name: t("web.today.customers"), value: format.number(summary.customers) },
    { name: t("web.today.orders"), value: format.number(summary.orders) },
    { name: t("web.today.revenue"), value: money(summary.revenue_minor) },
    { name: t("web.today.average_order"), value: money(summary.average_order_value_minor) },
    { name: t("web.today.came_back"), value: format.number(summary.repeat_customers) },
    { name: t("web.today.repeat_rate"), value: rate === null ? "–" : format.percent(rate) },
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="md" m={0}>
      {numbers.map(({ name, value }) => (
        <Paper key={name} withBorder p="md">
          <Text component="dt" size="sm" c="dimmed" fw={500}>
            {name}
          </Text>
          <Text component="dd" className="numeric" fz={28} fw={650} m={0} lh={1.4}>
            {value}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
