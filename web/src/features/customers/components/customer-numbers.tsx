import { Anchor, SimpleGrid } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Fact } from "@/shared/ui/fact";
import type { Customer } from "../api/customer";
import { rfmShown } from "../model/rfm-shown";
import type { StoreShows } from "../model/store-shows";

/** What somebody bought and in which rhythm; each number tells how it is counted. */
export function CustomerNumbers({ customer, store }: { customer: Customer; store: StoreShows }) {
  const t = useText();
  const format = useFormat();
  const { totals, standing } = customer;
  const money = (minor: number) => format.money(minor, totals.currency ?? "XXX", store.toman);
  const days = (count: number | null | undefined) =>
    count == null ? "–" : t("web.customer.days", { count });
  const numbers: { key: "orders" | "spent" | "average" | "gap" | "since"; value: ReactNode }[] = [
    { key: "orders", value: format.number(totals.orders) },
    { key: "spent", value: money(totals.revenue_minor) },
    {
      key: "average",
      value: totals.orders > 0 ? money(Math.round(totals.revenue_minor / totals.orders)) : "–",
    },
    { key: "gap", value: days(standing?.usual_gap_days) },
    { key: "since", value: days(standing?.days_since_last) },
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 3, md: 4 }} spacing="lg" m={0}>
      {numbers.map(({ key, value }) => (
        <Fact key={key} name={t(`web.customer.${key}`)} about={t(`web.customer.${key}_about`)}>
          {value}
        </Fact>
      ))}
      {standing !== null && (
        <>
          <Fact name={t("web.customers.group")} about={t("web.customer.group_about")}>
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to={paths.customers} search={{ group: standing.group }} {...props} />
              )}
            >
              {t(`web.rfm.group_${standing.group}`)}
            </Anchor>
          </Fact>
          <Fact name={t("web.customers.rfm")} about={t("web.customer.rfm_about")}>
            <span className="code">{rfmShown(standing.rfm, format.number)}</span>
          </Fact>
          <Fact name={t("web.customers.kind")} about={t("web.customer.kind_about")}>
            {t(`web.kind.${standing.kind}`)}
          </Fact>
        </>
      )}
    </SimpleGrid>
  );
}
