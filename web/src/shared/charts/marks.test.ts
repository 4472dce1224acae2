import { expect, test } from "vitest";
import { marksByPeriod, periodOfDay } from "./marks";

const mondays = { calendar: "gregorian", firstWeekday: 0 } as const;
const saturdays = { calendar: "persian", firstWeekday: 5 } as const;

test("a note stands at the period its day lies in", () => {
  expect(periodOfDay("1405-08-30", "month", saturdays)).toBe("1405-08");
  expect(periodOfDay("2026-11-21", "quarter", mondays)).toBe("2026-Q4");
  expect(periodOfDay("2026-11-21", "year", mondays)).toBe("2026");
  expect(periodOfDay("2026-11-21", "week", mondays)).toBe("2026-W47");
});

test("notes outside of what is shown mark nothing", () => {
  const marks = [
    { day: "2026-01-05", text: "sale" },
    { day: "2026-01-20", text: "snow" },
    { day: "2020-01-20", text: "long ago" },
  ];
  const found = marksByPeriod(marks, ["2026-01", "2026-02"], "month", mondays);
  expect([...found.keys()]).toEqual(["2026-01"]);
  expect(found.get("2026-01")).toHaveLength(2);
});
