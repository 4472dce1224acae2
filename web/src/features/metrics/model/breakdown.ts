import type { Reports } from "../api/reports";
import { fewestCustomers } from "./came-back";
import { type Interval, shareInterval } from "./interval";
import { shareOf } from "./shares";

type Summary = Reports["summary"];
type Repurchase = Reports["repurchase"];

export interface PartFigures {
  /** Null: those without a value, or the rest, as `kind` says. */
  value: string | null;
  kind: "value" | "absent" | "other";
  customers: number;
  customersShare: number | null;
  /** Who bought again: ever, or within the window that was asked for. */
  rate: number | null;
  interval: Interval | null;
  tooFew: boolean;
  revenue: number;
  revenueShare: number | null;
  averageOrder: number | null;
}

/** The parts of a store, the largest first as the server has them. */
export function partsOf(summary: Summary, repurchase?: Repurchase): PartFigures[] {
  const parts = summary.breakdown ?? [];
  const customers = parts.reduce((sum, part) => sum + part.data.customers, 0);
  const revenue = parts.reduce((sum, part) => sum + part.data.revenue_minor, 0);
  return parts.map(({ value, kind, data }) => {
    const again = repurchase
      ? windowOf(repurchase, value, kind)
      : { part: data.repeat_customers, whole: data.customers };
    return {
      value,
      kind,
      customers: data.customers,
      customersShare: shareOf(data.customers, customers),
      rate: again && shareOf(again.part, again.whole),
      interval: again && shareInterval(again.part, again.whole),
      tooFew: again === null || again.whole < fewestCustomers,
      revenue: data.revenue_minor,
      revenueShare: shareOf(data.revenue_minor, revenue),
      averageOrder: data.average_order_value_minor,
    };
  });
}

function windowOf(report: Repurchase, value: string | null, kind: PartFigures["kind"]) {
  const same = report.breakdown?.find((part) => part.value === value && part.kind === kind);
  const window = same?.data.windows[0];
  return window ? { part: window.retained, whole: window.eligible } : null;
}
