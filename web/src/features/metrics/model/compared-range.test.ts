import { expect, test } from "vitest";
import { timeBefore, yearBefore } from "./compared-range";

const range = (from: string, to: string) => ({ from, to });

test("Nowruz is compared with Nowruz", () => {
  const holidays = yearBefore(range("1404-01-01", "1404-01-13"), "persian");
  expect(holidays).toEqual(range("1403-01-01", "1403-01-13"));
});

test("days that the year before lacks become the last of their month", () => {
  expect(yearBefore(range("2024-02-29", "2024-02-29"), "gregorian")).toEqual(
    range("2023-02-28", "2023-02-28"),
  );
  expect(yearBefore(range("1403-12-25", "1403-12-30"), "persian")).toEqual(
    range("1402-12-25", "1402-12-29"),
  );
});

test("whole months stay whole when the year before had a leap day", () => {
  expect(yearBefore(range("2025-02-01", "2025-02-28"), "gregorian")).toEqual(
    range("2024-02-01", "2024-02-29"),
  );
  expect(yearBefore(range("1404-12-01", "1404-12-29"), "persian")).toEqual(
    range("1403-12-01", "1403-12-30"),
  );
});

test("the time before whole months is as many whole months", () => {
  expect(timeBefore(range("2024-03-01", "2024-03-31"), "gregorian")).toEqual(
    range("2024-02-01", "2024-02-29"),
  );
  expect(timeBefore(range("1404-01-01", "1404-12-29"), "persian")).toEqual(
    range("1403-01-01", "1403-12-30"),
  );
});

test("a year until any day is compared with the year until that day a year before", () => {
  const year = range("1404-09-01", "1405-08-30");
  expect(timeBefore(year, "persian")).toEqual(range("1403-09-01", "1404-08-30"));
  expect(timeBefore(year, "persian")).toEqual(yearBefore(year, "persian"));
});

test("the time before other days is as many days", () => {
  expect(timeBefore(range("2024-03-10", "2024-03-16"), "gregorian")).toEqual(
    range("2024-03-03", "2024-03-09"),
  );
  expect(timeBefore(range("1403-12-30", "1403-12-30"), "persian")).toEqual(
    range("1403-12-29", "1403-12-29"),
  );
});
