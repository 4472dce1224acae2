import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  daysInMonth,
  isDay,
  weekdayOf,
  weekOf,
} from "./days";

describe("days", () => {
  it("count_in_the_store_s_calendar", () => {
    expect(addDays("2026-12-31", 1, "gregorian")).toBe("2027-01-01");
    expect(addDays("1404-12-29", 1, "persian")).toBe("1405-01-01");
    expect(addDays("1403-12-29", 1, "persian")).toBe("1403-12-30"); // a leap year
    expect(daysBetween("1405-01-01", "1406-01-01", "persian")).toBe(365);
  });

  it("stop_at_the_end_of_a_shorter_month", () => {
    expect(addMonths("2026-03-31", -1, "gregorian")).toBe("2026-02-28");
    expect(addMonths("1405-06-31", 1, "persian")).toBe("1405-07-30");
    expect(addYears("2024-02-29", -1, "gregorian")).toBe("2023-02-28");
    expect(addYears("1403-12-30", 1, "persian")).toBe("1404-12-29");
  });

  it("keep_nowruz_on_nowruz", () => {
    expect(addYears("1405-01-01", -1, "persian")).toBe("1404-01-01");
  });

  it("cross_years_both_ways", () => {
    expect(addMonths("2026-11-22", 3, "gregorian")).toBe("2027-02-22");
    expect(addMonths("2026-01-15", -13, "gregorian")).toBe("2024-12-15");
  });

  it("lie_in_the_week_that_most_of_it_names", () => {
    const mondays = { calendar: "gregorian", firstWeekday: 0 } as const;
    expect(weekOf("2027-01-01", mondays)).toBe("2026-W53");
    expect(weekOf("2024-12-30", mondays)).toBe("2025-W01");
    const saturdays = { calendar: "persian", firstWeekday: 5 } as const;
    expect(weekOf("1405-01-01", saturdays)).toBe("1405-W01");
    expect(weekOf("1404-12-29", saturdays)).toBe("1404-W52");
  });

  it("know_the_length_of_months", () => {
    expect(daysInMonth("1403-12-05", "persian")).toBe(30);
    expect(daysInMonth("1404-12-05", "persian")).toBe(29);
    expect(daysInMonth("2028-02-01", "gregorian")).toBe(29);
  });

  it("know_what_is_no_day", () => {
    expect(isDay("2026-02-30", "gregorian")).toBe(false);
    expect(isDay("1404-12-30", "persian")).toBe(false);
    expect(isDay("1405-08-30", "persian")).toBe(true);
    expect(isDay("soon", "gregorian")).toBe(false);
  });

  it("name_the_weekday_from_monday", () => {
    expect(weekdayOf("2026-11-22", "gregorian")).toBe(6); // a Sunday
    expect(weekdayOf("1405-09-01", "persian")).toBe(6); // the same day
  });
});
