import { expect, test } from "vitest";
import { readColumns, writeColumns } from "./columns";

test("columns come back in their own order, without those that are unknown", () => {
  expect(readColumns("spent,height,phone")).toEqual(["phone", "spent"]);
  expect(readColumns(writeColumns([]))).toEqual([]);
});

test("who never chose sees a few", () => {
  expect(readColumns(null)).toContain("orders");
});
