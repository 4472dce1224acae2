import { expect, test } from "vitest";
import { typedAmount } from "./typed-amount";

test("amounts are read in any digits and with any marks of thousands", () => {
  expect(typedAmount("۱٬۲۰۰")).toBe(1200);
  expect(typedAmount("1,200,000")).toBe(1_200_000);
  expect(typedAmount("1 200,50")).toBe(1200.5);
});

test("what is no amount is none", () => {
  expect(typedAmount("")).toBeNull();
  expect(typedAmount("many")).toBeNull();
  expect(typedAmount("-5")).toBeNull();
});
