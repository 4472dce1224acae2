import { expect, test } from "vitest";
import { stripsOf } from "./strips";

test("what fits on paper stays in one piece", () => {
  expect(stripsOf(14, "customers")).toEqual([{ from: 0, to: 14 }]);
  expect(stripsOf(0, "value")).toEqual([{ from: 0, to: 0 }]);
});

test("strips are of one width and hold every column once", () => {
  expect(stripsOf(37, "customers")).toEqual([
    { from: 0, to: 13 },
    { from: 13, to: 26 },
    { from: 26, to: 37 },
  ]);
  const columns = stripsOf(120, "value").flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, place) => from + place),
  );
  expect(columns).toEqual(Array.from({ length: 120 }, (_, place) => place));
});
