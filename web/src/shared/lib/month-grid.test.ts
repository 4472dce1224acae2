import { expect, test } from "vitest";
import { monthGrid } from "./month-grid";

test("a Jalali month begins on the weekday it has, in weeks from Saturday", () => {
  const weeks = monthGrid("1405-09-10", "persian", 5);
  expect(weeks[0]?.slice(0, 3)).toEqual([null, "1405-09-01", "1405-09-02"]);
  expect(weeks[0]?.at(-1)).toBe("1405-09-06");
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
});

test("weeks begin where the store's do", () => {
  expect(monthGrid("2026-11-22", "gregorian", 0)[0]?.indexOf("2026-11-01")).toBe(6);
  expect(monthGrid("2026-11-22", "gregorian", 6)[0]?.indexOf("2026-11-01")).toBe(0);
});
