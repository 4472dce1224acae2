import { expect, test } from "vitest";
import { eachOf, shareOfFirst } from "./tenths";

const tenth = (customers: number, expected_value_minor: number) => ({
  customers,
  expected_value_minor,
  revenue_minor: 0,
});

test("the first tenths' share is of what all are expected to bring", () => {
  const tenths = [tenth(2, 60), tenth(2, 30), tenth(2, 10)];
  expect(shareOfFirst(tenths, 1)).toBeCloseTo(0.6);
  expect(shareOfFirst(tenths, 2)).toBeCloseTo(0.9);
  expect(shareOfFirst([tenth(2, 0)], 1)).toBeNull();
  expect(shareOfFirst([], 1)).toBeNull();
});

test("a tenth of nobody brings nothing a customer", () => {
  expect(eachOf(tenth(4, 100))).toBe(25);
  expect(eachOf(tenth(0, 0))).toBe(0);
});
