import { expect, test } from "vitest";
import { scaleEnd, shareInterval } from "./interval";
import { type ProductFigures, productsSearch, shownProducts, standout } from "./products";

function aProduct(value: string, customers: number, repeat: number, worth = 0): ProductFigures {
  return {
    value,
    customers,
    repeat_customers: repeat,
    repeat_purchase_rate: repeat / customers,
    year_customers: customers,
    value_after_year_minor: worth,
    next: [],
  };
}

const names: Record<string, string> = { T1: "Green tea", C1: "Coffee", S1: "Soap" };
const nameOf = (value: string) => names[value] ?? value;
const figures = [
  aProduct("C1", 400, 180, 50),
  aProduct("T1", 300, 210, 40),
  aProduct("S1", 5, 5, 90),
];

test("Wilson's interval holds the share and never leaves 0 to 1", () => {
  expect(shareInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 3) });
  expect(shareInterval(50, 100)).toEqual({
    low: expect.closeTo(0.4038, 3),
    high: expect.closeTo(0.5962, 3),
  });
  expect(shareInterval(0, 0)).toBeNull();
});

test("products are found by name or key", () => {
  const found = (q: string) => shownProducts(figures, { q }, nameOf).map(({ value }) => value);
  expect(found("TEA")).toEqual(["T1"]);
  expect(found("s1")).toEqual(["S1"]);
  expect(found("")).toEqual(["C1", "T1", "S1"]);
});

test("a rate of five customers does not lead the list", () => {
  const sorted = shownProducts(figures, { sort: "rate" }, nameOf);
  expect(sorted.map(({ value }) => value)).toEqual(["T1", "C1", "S1"]);
  const worth = shownProducts(figures, { sort: "value" }, nameOf);
  expect(worth.map(({ value }) => value)).toEqual(["C1", "T1", "S1"]);
});

test("only what is surely above the store's rate stands out", () => {
  const shown = shownProducts(figures, {}, nameOf);
  expect(standout(shown, 0.45)?.value).toBe("T1");
  expect(standout(shown, 0.72)).toBeNull();
});

test("the scale ends above every interval", () => {
  expect(scaleEnd([0.45, 0.72])).toBeCloseTo(0.8);
  expect(scaleEnd([])).toBe(0.1);
  expect(scaleEnd([0.99])).toBe(1);
});

test("an address keeps search and order", () => {
  expect(productsSearch({ q: 12, sort: "rate", span: "90d", x: 1 })).toEqual({
    q: "12",
    sort: "rate",
    span: "90d",
  });
});
