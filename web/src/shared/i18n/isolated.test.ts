import { expect, test } from "vitest";
import { isolated } from "./isolated";

test("only a name of the other direction is walled in", () => {
  expect(isolated("Sara", "rtl")).toBe("\u2068Sara\u2069");
  expect(isolated("Дмитрий", "rtl")).toBe("\u2068Дмитрий\u2069");
  expect(isolated("رضا", "ltr")).toBe("\u2068رضا\u2069");
  expect(isolated("Sara", "ltr")).toBe("Sara");
  expect(isolated("رضا", "rtl")).toBe("رضا");
  expect(isolated("12", "rtl")).toBe("12");
});
