import { SimpleGrid } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Fact } from "@/shared/ui/fact";
import { Section } from "@/shared/ui/section";
import type { Summary } from "../api/value";
import type { ShownStore } from "../model/shown-store";

/** What all customers together are expected to do. */
export function ValueNumbers({ summary, store }: { summary: Summary; store: ShownStore }) {
  const t = useText();
  const format = useFormat();
  const { scores, horizon_days: days } = summary;
  const customers = scores.fit.customers;
  const value = scores.expected_value_minor;
  const share = customers > 0 ? scores.active / customers : 0;
  const how = {
    margin: format.percent(summary.margin, 0),
    discount: format.percent(summary.yearly_discount, 0),
  };
  return (
    <Section
      title={t("web.value.numbers")}
      about={t("web.value.as_of", { day: format.day(summary.as_of, store.calendar) })}
    >
      <SimpleGrid component="dl" cols={{ base: 2, md: 4 }} spacing="lg" m={0}>
        <Fact
          name={t("web.value.active")}
          about={t("web.value.active_about")}
          note={t("web.value.active_of", {
            share: format.percent(share, 0),
            count: customers,
          })}
        >
          {format.number(Math.round(scores.active))}
        </Fact>
        <Fact
          name={t("web.value.purchases")}
          about={t("web.value.purchases_about", { count: days })}
          note={t("web.value.within", { count: days })}
        >
          {format.number(Math.round(scores.expected_purchases))}
        </Fact>
        <Fact
          name={t("web.value.value")}
          about={t("web.value.value_about", how)}
          note={t("web.value.value_how", how)}
        >
          {value === null ? "–" : format.moneyShort(value, store.currency, store.toman)}
        </Fact>
        <Fact name={t("web.value.slipping")} about={t("web.value.slipping_about")}>
          {format.number(scores.slipping_away)}
        </Fact>
      </SimpleGrid>
    </Section>
  );
}
