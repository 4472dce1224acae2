import { expect, test } from "vitest";
import { aCohort } from "@/testing/builders";
import { columnAverage, levelOf, range, rowAverage, valueOf } from "./cohort-map";

test("a column's average weighs cohorts by their size and leaves out what is not over", () => {
  const cohorts = [aCohort(100, [100, 50]), aCohort(300, [300, 30]), aCohort(50, [50, 40], 1)];
  expect(columnAverage(cohorts, 1, "customers")).toEqual({ value: 80 / 400, customers: 400 });
});

test("a row's average leaves out the first period and what is not over", () => {
  expect(rowAverage(aCohort(10, [10, 4, 2, 9], 3), "customers")).toBeCloseTo(0.3);
  expect(rowAverage(aCohort(10, [10]), "customers")).toBeNull();
});

test("revenue is told against the cohort's first period", () => {
  const cohort = aCohort(10, [10, 4]);
  const [, second] = cohort.cells;
  expect(second && valueOf(cohort, second, "revenue")).toBeCloseTo(0.4);
});

test("cells grow darker from nothing to the greatest", () => {
  const [least, greatest] = range([aCohort(10, [10, 4, 8])], "customers");
  expect([least, greatest]).toEqual([0, 0.8]);
  expect(levelOf(0, least, greatest)).toBe(0);
  expect(levelOf(0.8, least, greatest)).toBe(7);
  expect(levelOf(1, least, greatest)).toBe(7);
});
