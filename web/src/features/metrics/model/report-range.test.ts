import { describe, expect, it } from "vitest";
import { askedForComparison, daysOfSpan, rangeOf } from "./report-range";

const persian = { day: "1405-08-30", calendar: "persian" } as const;
const gregorian = { day: "2024-02-29", calendar: "gregorian" } as const;

describe("the range of a report", () => {
  it("counts_spans_back_from_the_last_day_with_data", () => {
    expect(daysOfSpan("30d", persian)).toEqual({ from: "1405-08-01", to: "1405-08-30" });
    expect(daysOfSpan("12m", gregorian)).toEqual({ from: "2023-03-01", to: "2024-02-29" });
    expect(daysOfSpan("year", persian)).toEqual({ from: "1405-01-01", to: "1405-08-30" });
    expect(daysOfSpan("last_year", persian)).toEqual({ from: "1404-01-01", to: "1404-12-29" });
    expect(daysOfSpan("all", persian)).toBeNull();
  });

  it("takes_chosen_days_before_a_span", () => {
    const search = { span: "30d", from: "1405-01-01", to: "1405-01-10" } as const;
    expect(rangeOf(search, persian)).toEqual({ from: "1405-01-01", to: "1405-01-10" });
    expect(rangeOf({ from: "1405-02-32" }, persian)).toBeNull();
  });

  it("compares_with_the_same_days_of_the_year_before", () => {
    const nowruz = { from: "1405-01-01", to: "1405-01-13" };
    expect(askedForComparison(nowruz, "year", persian)).toEqual({
      from: "1404-01-01",
      to: "1404-01-13",
    });
    expect(askedForComparison(null, "year", gregorian)).toEqual({ as_of: "2023-02-28" });
  });

  it("compares_with_as_long_a_time_before", () => {
    const march = { from: "2024-03-01", to: "2024-03-31" };
    expect(askedForComparison(march, "before", gregorian)).toEqual({
      from: "2024-02-01",
      to: "2024-02-29",
    });
    expect(askedForComparison(null, "before", gregorian)).toBeNull();
  });
});
