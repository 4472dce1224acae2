import { expect, test } from "vitest";
import { showCell, toCsv } from "./chart-table";

test("a table is written as CSV that a spreadsheet opens and does not run", () => {
  const columns = [{ name: "Month" }, { name: "Customers, new" }];
  const rows = [
    ["2026-01", 12],
    ["=1+1", null],
    ['a "b"', 0.5],
  ];
  expect(toCsv({ columns, rows })).toBe(
    '\ufeffMonth,"Customers, new"\r\n2026-01,12\r\n\'=1+1,\r\n"a ""b""",0.5\r\n',
  );
});

test("a cell is shown as its column says, and a missing one as a dash", () => {
  const share = { name: "Share", show: (value: number) => `${value * 100} %` };
  expect(showCell(0.5, share)).toBe("50 %");
  expect(showCell(null, share)).toBe("–");
  expect(showCell("June", share)).toBe("June");
});
