import { expect, test } from "vitest";
import { rangeOf, timeBefore, yearBefore, yearUntil } from "./compared-range";

const range = (from: string, to: string) => ({ from, to });

test("Nowruz is compared with Nowruz", () => {
  const holidays = yearBefore(range("1404-01-01", "1404-01-13"), "persian");
  expect(holidays).toEqual(range("1403-01-01", "1403-01-13"));
});

test("a Gregorian range in a Persian store moves by the Persian year", () => {
  // Nowruz fell on 20 March in 2024 and on 21 March in 2025.
  const holidays = yearBefore(range("2025-03-21", "2025-04-02"), "persian");
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
  expect(yearBefore(range("2025-02", "2025-02"), "gregorian")).toEqual(
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
  expect(timeBefore(range("1404", "1404"), "persian")).toEqual(range("1403-01-01", "1403-12-30"));
});

test("a year until any day is compared with the year until that day a year before", () => {
  const year = yearUntil("1405-08-30");
  expect(year).toEqual(range("1404-09-01", "1405-08-30"));
  expect(timeBefore(year, "persian")).toEqual(yearBefore(year, "persian"));
});

test("the time before other days is as many days", () => {
  expect(timeBefore(range("2024-03-10", "2024-03-16"), "gregorian")).toEqual(
    range("2024-03-03", "2024-03-09"),
  );
});

test("a question without days is about the last twelve months", () => {
  expect(rangeOf({}, "2026-11-21", "gregorian")).toEqual(range("2025-11-22", "2026-11-21"));
  expect(rangeOf({ from: "1404-01", to: "1404-02" }, "1405-08-30", "persian")).toEqual(
    range("1404-01-01", "1404-02-31"),
  );
});
