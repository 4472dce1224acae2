import { SimpleGrid, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { type ReportOptions, reportQuery } from "../../api/reports";
import type { ShowMoney } from "../../model/show-money";
import {
  changesByChance,
  compare,
  newAndReturning,
  type Snapshot,
  type TodayKey,
  todayKeys,
  trendsOf,
  type Unit,
  unitOf,
} from "../../model/today-numbers";
import { KeyNumber } from "./key-number";

interface KeyNumbersProps {
  now: Snapshot;
  /** Null while it is on its way, or where there is none. */
  before: Snapshot | null;
  /** The range's end, for the small lines. */
  until: ReportOptions;
  money: ShowMoney;
}

/** The few numbers that matter, with their change. */
export function KeyNumbers({ now, before, until, money }: KeyNumbersProps) {
  const t = useText();
  const numbers = compare(now, before);
  const byChance = changesByChance(now, before);
  const months = useQuery(reportQuery("periods", { ...until, by: "month" }));
  const seasons = useQuery(reportQuery("seasons", { ...until, by: "month" }));
  const trends = trendsOf(months.data?.data.periods ?? [], seasons.data?.data.periods ?? []);
  const show = useShow(money);
  const notes = useNotes(now, money);
  return (
    <SimpleGrid
      component="ul"
      aria-label={t("web.today.numbers")}
      cols={{ base: 1, xs: 2, lg: 4 }}
      spacing="md"
      m={0}
      p={0}
      style={{ listStyle: "none" }}
    >
      {todayKeys.map((key) => (
        <KeyNumber
          key={key}
          name={t(`web.today.${key}`)}
          definition={t(`web.today.${key}_about`)}
          compared={numbers[key]}
          unit={unitOf[key]}
          show={show[unitOf[key]]}
          {...(unitOf[key] === "money" && { exact: money.full })}
          isByChance={byChance.has(key)}
          trend={trends[key]}
          note={notes[key]}
        />
      ))}
    </SimpleGrid>
  );
}

function useShow(money: ShowMoney): Record<Unit, (value: number) => string> {
  const format = useFormat();
  return {
    count: (value) => format.number(value),
    decimal: (value) => format.number(value, 2),
    share: (value) => format.percent(value),
    money: (value) => money.withUnit(value),
  };
}

/** What stands beside a number because it says little without. */
function useNotes(now: Snapshot, money: ShowMoney): Partial<Record<TodayKey, string>> {
  const t = useText();
  const format = useFormat();
  const parts = newAndReturning(now);
  const { churn_rate: churn } = now.retention;
  const { customers_share, customers_for_half_of_revenue: half } = now.kinds.loyal_share;
  const amount = (value: number | null) => (value === null ? "–" : money.withUnit(value));
  return {
    customers: t("web.today.customers_note", { count: parts.newCustomers }),
    average_order: t("web.today.average_order_note", {
      fresh: amount(parts.newAverage),
      returning: amount(parts.returningAverage),
    }),
    ...(churn !== null && {
      retention: t("web.today.retention_note", { churn: format.percent(churn) }),
    }),
    ...(customers_share !== null && {
      loyal:
        half === null
          ? t("web.today.loyal_note", { share: format.percent(customers_share) })
          : t("web.today.loyal_note_half", {
              share: format.percent(customers_share),
              half: format.percent(half),
            }),
    }),
  };
}

export function KeyNumbersSkeleton() {
  const t = useText();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} role="status" aria-label={t("web.app.loading")}>
      {todayKeys.map((key) => (
        <Skeleton key={key} height={132} />
      ))}
    </SimpleGrid>
  );
}
