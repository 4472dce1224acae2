import { expect, test } from "vitest";
import { pricesAsText, typedPrices } from "./typed-prices";

test("months are read as they are pasted, in either calendar and any digits", () => {
  const { months, faults } = typedPrices("ماه\tشاخص\n۱۴۰۴/۲\t۳۱۲٫۵\n1404-01;300\n");
  expect(faults).toEqual([]);
  expect(months).toEqual([
    { month: "1404-01", index: 300 },
    { month: "1404-02", index: 312.5 },
  ]);
});

test("a CSV of a statistics office is read", () => {
  expect(typedPrices('"month","cpi"\r\n"2025-03","1,204.5"\r\n').months).toEqual([
    { month: "2025-03", index: 1204.5 },
  ]);
});

test("lines that are not understood are named and lose nothing else", () => {
  const { months, faults } = typedPrices("1404-01 300\n1404-13 310\n1404-02 many 5\n1404-03 0");
  expect(months).toHaveLength(1);
  expect(faults.map(({ line }) => line)).toEqual([2, 3, 4]);
});

test("what is kept can be typed on", () => {
  const months = [{ month: "1404-01", index: 312.5 }];
  expect(typedPrices(pricesAsText(months)).months).toEqual(months);
});
