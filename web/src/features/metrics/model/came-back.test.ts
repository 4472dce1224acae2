import { expect, test } from "vitest";
import { sharesOf, survivalDays } from "./came-back";

test("who came back is what survival lacks, with a band that stays between nothing and all", () => {
  const survival = [
    { days: 0, survival: 1, standard_error: 0 },
    { days: 30, survival: 0.7, standard_error: 0.1 },
    { days: 60, survival: 0.05, standard_error: 0.1 },
    { days: 90, survival: null, standard_error: null },
  ];
  const points = sharesOf({ events: 5, censored: 5, median_days: 40, survival });
  expect(points.map(({ days }) => days)).toEqual([0, 30, 60]);
  expect(points[1]?.share).toBeCloseTo(0.3);
  expect(points[1]?.low).toBeCloseTo(0.104);
  expect(points[2]?.high).toBe(1);
});

test("days are close at first and end where they shall", () => {
  const days = survivalDays(365);
  expect(days.slice(0, 3)).toEqual([0, 1, 2]);
  expect(days.at(-1)).toBe(365);
  expect(days.length).toBeLessThan(100);
});
