import { SimpleGrid, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Fact } from "@/shared/ui/fact";
import { Section } from "@/shared/ui/section";
import type { Customer } from "../api/customer";
import type { StoreShows } from "../model/store-shows";

interface CustomerScoreProps {
  customer: Customer;
  store: StoreShows;
}

/** What is to be expected of somebody: the model's word beside the rule's. */
export function CustomerScore({ customer, store }: CustomerScoreProps) {
  const t = useText();
  const format = useFormat();
  const { score, standing, totals } = customer;
  if (score === null) return null;
  const day = (label: string) => format.day(label, store.calendar);
  const money = (minor: number) =>
    format.moneyShort(minor, totals.currency ?? "XXX", store.toman);
  const between = (low: string, high: string) => t("web.customers.between", { low, high });
  const { p_alive: alive, expected_purchases: purchases, expected_value_minor: value } = score;
  const next = score.next_order;
  return (
    <Section
      title={t("web.customer.score")}
      about={t("web.customer.score_as_of", { day: day(score.as_of), count: score.horizon_days })}
    >
      {score.slipping && <Text fw={600}>{t("web.customer.slipping")}</Text>}
      <SimpleGrid component="dl" cols={{ base: 2, sm: 3, md: 4 }} spacing="lg" m={0}>
        <Fact
          name={t("web.customers.p_alive")}
          about={t("web.customers.p_alive_about")}
          note={between(format.percent(alive.low, 0), format.percent(alive.high, 0))}
        >
          {format.percent(alive.value, 0)}
        </Fact>
        <Fact
          name={t("web.customers.expected_purchases")}
          about={t("web.customers.expected_purchases_about")}
          note={between(format.number(purchases.low, 1), format.number(purchases.high, 1))}
        >
          {format.number(purchases.value, 1)}
        </Fact>
        {value !== null && (
          <Fact
            name={t("web.customers.expected_value")}
            about={t("web.customers.expected_value_about")}
            note={between(money(value.low), money(value.high))}
          >
            {money(value.value)}
          </Fact>
        )}
        {score.lifetime_value_minor !== null && (
          <Fact name={t("web.customer.lifetime")} about={t("web.customer.lifetime_about")}>
            {money(score.lifetime_value_minor)}
          </Fact>
        )}
        {next !== null && (
          <Fact
            name={t("web.customers.next_order")}
            about={t("web.customers.next_order_about")}
            note={between(day(next.low), day(next.high))}
          >
            {day(next.value)}
          </Fact>
        )}
        {standing !== null && (
          <Fact name={t("web.customer.rule")} about={t("web.customer.rule_about")}>
            {t(standing.overdue ? "web.customer.rule_late" : "web.customer.rule_fine")}
          </Fact>
        )}
      </SimpleGrid>
    </Section>
  );
}
