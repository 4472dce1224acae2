import { expect, test } from "vitest";
import { type Rfm, rfmFilter, rfmRows, scoreSpan } from "./rfm-map";

const data: Rfm = {
  reference_day: "2026-01-01",
  thresholds: { recency_days: [59, 196, 411, 672], frequency: [1, 1, 2, 5], monetary_minor: null },
  recency_counts: [],
  frequency_counts: [],
  monetary_counts: [],
  cells: { "555": 7, "554": 2, "515": 1, "111": 4 },
  cell_revenue_minor: { "555": 700, "554": 100, "515": 10, "111": 3 },
  groups: [],
};

test("a cell of the map holds all amounts, or the one that was chosen", () => {
  const [latest] = rfmRows(data);
  expect(latest?.map(({ customers }) => customers)).toEqual([1, 0, 0, 0, 9]);
  expect(latest?.at(-1)?.revenue).toBe(800);
  expect(rfmRows(data, 4)[0]?.at(-1)?.customers).toBe(2);
});

test("the latest buyers stand above, the most frequent at the end", () => {
  const rows = rfmRows(data);
  expect(rows.map(([first]) => first?.recency)).toEqual([5, 4, 3, 2, 1]);
  expect(rows[0]?.map(({ frequency }) => frequency)).toEqual([1, 2, 3, 4, 5]);
});

test("a cell leads to its customers", () => {
  const cell = { recency: 5, frequency: 4, customers: 1, revenue: 1 } as const;
  expect(rfmFilter(cell)).toBe("54");
  expect(rfmFilter(cell, 3)).toBe("543");
});

test("fewer days are a better score, more purchases are", () => {
  const { recency_days, frequency } = data.thresholds;
  expect(scoreSpan(recency_days ?? [], 5, "best")).toEqual({ from: null, to: 59 });
  expect(scoreSpan(recency_days ?? [], 1, "best")).toEqual({ from: 673, to: null });
  expect(scoreSpan(frequency ?? [], 1, "worst")).toEqual({ from: null, to: 1 });
  expect(scoreSpan(frequency ?? [], 3, "worst")).toEqual({ from: 2, to: 2 });
  expect(scoreSpan(frequency ?? [], 5, "worst")).toEqual({ from: 6, to: null });
});

test("ties leave a score without anybody", () => {
  expect(scoreSpan([1, 1, 2, 5], 2, "worst")).toBeNull();
});
