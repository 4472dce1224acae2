import { expect, test } from "vitest";
import { typedNumber } from "./typed-number";

test("numbers are read in any digits, with marks of thousands or decimals", () => {
  expect(typedNumber("۱٬۲۵۰٫۵")).toBe(1250.5);
  expect(typedNumber("1,250")).toBe(1250);
  expect(typedNumber("1,250,000.75")).toBe(1250000.75);
  expect(typedNumber("312,5")).toBe(312.5);
  expect(typedNumber("1 250")).toBe(1250);
});

test("what is no number is none", () => {
  expect([typedNumber(""), typedNumber("x"), typedNumber("1.2.3"), typedNumber("-4")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
