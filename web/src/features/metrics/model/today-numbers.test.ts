import { expect, test } from "vitest";
import { growthOf, pointsOf } from "./change";
import { moversOf } from "./movers";
import {
  changesByChance,
  compare,
  newAndReturning,
  type Snapshot,
  trendsOf,
  valuesOf,
} from "./today-numbers";

type Any = never;

function snapshot(change: { orders?: number; revenue?: number } = {}): Snapshot {
  return {
    summary: {
      customers: 4,
      orders: change.orders ?? 6,
      purchases: change.orders ?? 6,
      revenue_minor: change.revenue ?? 1000,
      repeat_purchase_rate: 0.25,
      purchases_per_customer: 1.5,
    },
    orderValues: { ordinals: [{ ordinal: 1, customers: 2, revenue_minor: 400 }] },
    retention: { retention_rate: 0.38 },
    kinds: { loyal_share: { revenue_share: 0.5 } },
  } as unknown as Snapshot;
}

test("what is not a first purchase is a returning one", () => {
  const parts = newAndReturning(snapshot());
  expect(parts).toEqual({
    newCustomers: 2,
    newAverage: 200,
    returningRevenue: 600,
    returningAverage: 150,
  });
  expect(valuesOf(snapshot()).returning_share).toBe(0.6);
});

test("a range without orders is no base to compare with", () => {
  expect(compare(snapshot(), snapshot({ orders: 0 })).revenue).toEqual({ now: 1000, before: null });
  expect(compare(snapshot(), snapshot({ revenue: 500 })).revenue.before).toBe(500);
  expect(compare(snapshot(), null).customers.before).toBeNull();
});

test("shares of few customers change by chance, amounts do not", () => {
  const of = (customers: number, atStart: number) => {
    const one = snapshot();
    return {
      ...one,
      summary: { ...one.summary, customers },
      retention: { ...one.retention, start_customers: atStart },
    };
  };
  expect([...changesByChance(of(30, 30), of(30, 30))]).toEqual([]);
  expect([...changesByChance(of(30, 30), of(30, 29))]).toEqual(["retention"]);
  expect([...changesByChance(of(29, 30), null)]).toEqual([
    "returning_share",
    "repeat_rate",
    "loyal",
  ]);
  // A store that was not there yet has nothing to be compared with, which is no lack of customers.
  expect([...changesByChance(of(700, 0), of(0, 0))]).toEqual([]);
});

test("amounts change by a share of what they were, shares by points", () => {
  expect(growthOf({ now: 46, before: 41 })).toEqual({ direction: "more", size: 5 / 41 });
  expect(growthOf({ now: 46, before: 0 })).toBeNull();
  expect(pointsOf({ now: 0.35, before: 0.4 })?.direction).toBe("less");
  expect(pointsOf({ now: 0.35, before: 0.3502 })).toEqual({ direction: "same", size: 0 });
});

test("a trend has only months that are over", () => {
  const months = [
    { period: "2026-01", customers: 10, revenue_minor: 100, complete: true },
    { period: "2026-02", customers: 3, revenue_minor: 20, complete: false },
  ] as Any;
  const trends = trendsOf(months, [{ period: "2026-01", orders: 20 }] as Any);
  expect(trends.customers).toEqual([10]);
  expect(trends.frequency).toEqual([2]);
});

function broken(parts: Record<string, number>, rest?: number) {
  const named = Object.entries(parts).map(([value, revenue_minor]) => ({
    kind: "value",
    value,
    data: { revenue_minor },
  }));
  const other = rest === undefined ? [] : [{ kind: "other", value: null, data: {} }];
  return { breakdown: [...named, ...other] } as Any;
}

test("the largest change stands first, whichever its direction", () => {
  const movers = moversOf(broken({ tea: 50, cups: 10, jam: 30 }), broken({ tea: 40, cups: 60 }));
  expect(movers.map(({ value, change }) => [value, change])).toEqual([
    ["cups", -50],
    ["jam", 30],
    ["tea", 10],
  ]);
});

test("a part that may hide among the rest has not become nothing", () => {
  expect(moversOf(broken({ tea: 50 }, 100), broken({ tea: 50, cups: 60 }))).toEqual([]);
});
