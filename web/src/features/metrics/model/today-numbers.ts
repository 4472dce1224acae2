import type { Reports } from "../api/reports";
import { fewestCustomers } from "./came-back";
import type { Compared } from "./change";

/** What Today asks of a range. */
export interface Snapshot {
  summary: Reports["summary"]["data"];
  orderValues: Reports["order-values"]["data"];
  /** Over the twelve months that end with the range, whatever its length. */
  retention: Reports["retention-rate"]["data"];
  kinds: Reports["kinds"]["data"];
}

export const todayKeys = [
  "customers",
  "revenue",
  "returning_share",
  "average_order",
  "repeat_rate",
  "retention",
  "frequency",
  "loyal",
] as const;
export type TodayKey = (typeof todayKeys)[number];

/** How a number is written; shares change by points, the rest by percent. */
export type Unit = "count" | "decimal" | "money" | "share";

export const unitOf: Record<TodayKey, Unit> = {
  customers: "count",
  revenue: "money",
  returning_share: "share",
  average_order: "money",
  repeat_rate: "share",
  retention: "share",
  frequency: "decimal",
  loyal: "share",
};

type Values = Record<TodayKey, number | null>;

/** The first purchases of a range, and the rest: new customers and returning ones. */
export function newAndReturning({ summary, orderValues }: Snapshot) {
  const first = orderValues.ordinals.find(({ ordinal }) => ordinal === 1);
  const [customers, revenue] = [first?.customers ?? 0, first?.revenue_minor ?? 0];
  const later = summary.purchases - customers;
  return {
    newCustomers: customers,
    newAverage: ratio(revenue, customers),
    returningRevenue: summary.revenue_minor - revenue,
    returningAverage: ratio(summary.revenue_minor - revenue, later),
  };
}

export function valuesOf(of: Snapshot): Values {
  const { summary, retention, kinds } = of;
  const { returningRevenue } = newAndReturning(of);
  return {
    customers: summary.customers,
    revenue: summary.revenue_minor,
    returning_share: ratio(returningRevenue, summary.revenue_minor),
    average_order: summary.average_order_value_minor,
    repeat_rate: summary.repeat_purchase_rate,
    retention: retention.retention_rate,
    frequency: summary.purchases_per_customer,
    loyal: kinds.loyal_share.revenue_share,
  };
}

export function compare(now: Snapshot, before: Snapshot | null): Record<TodayKey, Compared> {
  const values = valuesOf(now);
  // A range without orders is no base: every number would have grown without end.
  const base = before !== null && before.summary.orders > 0 ? valuesOf(before) : null;
  const compared = todayKeys.map((key) => [
    key,
    { now: values[key], before: base?.[key] ?? null },
  ]);
  return Object.fromEntries(compared) as Record<TodayKey, Compared>;
}

/** Whether the customers of a year before are enough to say that they stay or leave. */
export const tellsRetention = ({ retention }: Snapshot): boolean =>
  retention.start_customers >= fewestCustomers;

/** Shares that change by chance: of too few customers, now or before; of none there is no share. */
export function changesByChance(now: Snapshot, before: Snapshot | null): ReadonlySet<TodayKey> {
  const both = before === null ? [now] : [now, before];
  const isFew = (customers: number) => customers > 0 && customers < fewestCustomers;
  const hasFew = both.some(({ summary }) => isFew(summary.customers));
  const retainsFew = both.some(({ retention }) => isFew(retention.start_customers));
  return new Set(
    todayKeys.filter(
      (key) => unitOf[key] === "share" && (key === "retention" ? retainsFew : hasFew),
    ),
  );
}

type Months = Reports["periods"]["data"]["periods"];
type Seasons = Reports["seasons"]["data"]["periods"];

const trendMonths = 13;

/** Month by month until the range ends, for the small lines; months that are over. */
export function trendsOf(months: Months, seasons: Seasons): Partial<Record<TodayKey, number[]>> {
  const over = months.filter(({ complete }) => complete).slice(-trendMonths);
  const orders = new Map(seasons.map((season) => [season.period, season]));
  const each = (value: (month: Months[number]) => number | null) =>
    over.flatMap((month) => value(month) ?? []);
  return {
    customers: each(({ customers }) => customers),
    revenue: each(({ revenue_minor }) => revenue_minor),
    returning_share: each((month) =>
      ratio(month.revenue_from_repeat_orders_minor, month.revenue_minor),
    ),
    average_order: each((month) =>
      ratio(month.revenue_minor, orders.get(month.period)?.orders ?? 0),
    ),
    frequency: each((month) => ratio(orders.get(month.period)?.orders ?? 0, month.customers)),
    repeat_rate: each((month) => ratio(month.returning_any_earlier_order, month.customers)),
    retention: each((month) => ratio(month.retained_next ?? null, month.customers)),
  };
}

function ratio(part: number | null, whole: number): number | null {
  return part === null || whole <= 0 ? null : part / whole;
}
