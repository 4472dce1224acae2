import { expect, test } from "vitest";
import { optionsOf, reportSearch } from "./report-search";

test("an address is read as far as it makes sense", () => {
  const typed = { from: "1404-01-01", to: "yesterday", by: "fortnight", kind: "rolling", x: 1 };
  expect(reportSearch(typed)).toEqual({ from: "1404-01-01", kind: "rolling" });
  expect(reportSearch({ break: "city; drop", compare: "year", span: "12m" })).toEqual({
    compare: "year",
    span: "12m",
  });
  expect(reportSearch({ break: "trait:size" })).toEqual({ break: "trait:size" });
});

test("a report is asked for what the address says and nothing else", () => {
  expect(optionsOf({ by: "week", show: "revenue", break: "city" })).toEqual({
    by: "week",
    break: "city",
  });
});
