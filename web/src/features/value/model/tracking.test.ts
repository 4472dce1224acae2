import { expect, test } from "vitest";
import { foretoldFrom, missedBy } from "./tracking";

const week = (last_day: string, expected: number, actual: number) => ({
  last_day,
  expected,
  actual,
  expected_cumulative: 0,
  actual_cumulative: 0,
});
const weeks = [week("2026-01-07", 4, 9), week("2026-01-14", 5, 4), week("2026-01-21", 6, 6)];

test("weeks that end after the last known day were foretold", () => {
  expect(foretoldFrom(weeks, "2026-01-10")).toBe(1);
  expect(foretoldFrom(weeks, "2026-01-14")).toBe(2);
  expect(foretoldFrom(weeks, "2026-02-01")).toBeNull();
});

test("only what was foretold is held against what came", () => {
  expect(missedBy(weeks, "2026-01-10")).toBeCloseTo(0.1);
  expect(missedBy(weeks, "2026-01-30")).toBeNull();
  expect(missedBy([week("2026-01-21", 6, 0)], "2026-01-10")).toBeNull();
});
