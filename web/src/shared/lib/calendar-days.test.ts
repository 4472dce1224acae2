import { expect, test } from "vitest";
import { addDays, addMonths, daysBetween, firstDay, inCalendar, lastDay } from "./calendar-days";

test("a day of either calendar becomes the same day of the other", () => {
  expect(inCalendar("2024-03-20", "persian")).toBe("1403-01-01");
  expect(inCalendar("1403-12-30", "gregorian")).toBe("2025-03-20");
  expect(inCalendar("1405-08-30", "persian")).toBe("1405-08-30");
});

test("months and years are spans of their own calendar", () => {
  expect([firstDay("2024-02"), lastDay("2024-02")]).toEqual(["2024-02-01", "2024-02-29"]);
  expect([firstDay("1403"), lastDay("1403")]).toEqual(["1403-01-01", "1403-12-30"]);
  expect(lastDay("1402-12")).toBe("1402-12-29");
  expect(lastDay("1402-06")).toBe("1402-06-31");
});

test("a day that the shorter month lacks becomes its last", () => {
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2023-03-31", -1)).toBe("2023-02-28");
  expect(addMonths("1403-06-31", 1)).toBe("1403-07-30");
  expect(addMonths("1404-01-15", -1)).toBe("1403-12-15");
});

test("days are added over the ends of months and years", () => {
  expect(addDays("1402-12-29", 1)).toBe("1403-01-01");
  expect(addDays("1403-12-29", 1)).toBe("1403-12-30");
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  expect(daysBetween("1402-01-01", "1403-01-01")).toBe(365);
  expect(daysBetween("1403-01-01", "1404-01-01")).toBe(366);
});
