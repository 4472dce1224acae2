import { expect, test } from "vitest";
import { targetOf } from "./goal-form";

test("a target is kept as the reports count it", () => {
  expect(targetOf("۴۰٪", "retention", 100)).toBeCloseTo(0.4);
  expect(targetOf("2,400,000", "revenue", 10)).toBe(24_000_000);
  expect(targetOf("3.5", "frequency", 100)).toBe(3.5);
});

test("what cannot be reached or read is no target", () => {
  expect(targetOf("120", "loyal", 100)).toBeNull();
  expect(targetOf("0", "customers", 100)).toBeNull();
  expect(targetOf("many", "customers", 100)).toBeNull();
});
