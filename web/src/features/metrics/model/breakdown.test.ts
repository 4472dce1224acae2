import { expect, test } from "vitest";
import type { Reports } from "../api/reports";
import { partsOf } from "./breakdown";

const part = (value: string | null, kind: string, customers: number, repeat: number) => ({
  value,
  kind,
  customers,
  data: {
    customers,
    repeat_customers: repeat,
    revenue_minor: customers * 100,
    average_order_value_minor: 50,
  },
});

const summary = {
  breakdown: [
    part("Berlin", "value", 60, 30),
    part(null, "absent", 30, 3),
    part(null, "other", 10, 9),
  ],
} as unknown as Reports["summary"];

test("parts share the store's customers, and a rate of few tells nothing", () => {
  const parts = partsOf(summary);
  expect(parts.map(({ customersShare }) => customersShare)).toEqual([0.6, 0.3, 0.1]);
  expect(parts.map(({ rate }) => rate)).toEqual([0.5, 0.1, 0.9]);
  expect(parts.map(({ tooFew }) => tooFew)).toEqual([false, false, true]);
});

test("rates within a window are those of the same part", () => {
  const window = (retained: number, eligible: number) => ({ windows: [{ retained, eligible }] });
  const repurchase = {
    breakdown: [
      { value: null, kind: "other", data: window(1, 4) },
      { value: "Berlin", kind: "value", data: window(10, 40) },
    ],
  } as unknown as Reports["repurchase"];
  expect(partsOf(summary, repurchase).map(({ rate }) => rate)).toEqual([0.25, null, 0.25]);
});

test("a report that was not broken down has no parts", () => {
  expect(partsOf({ ...summary, breakdown: undefined } as never)).toEqual([]);
});
