import { expect, test } from "vitest";
import { shareOf, sharesByName } from "./shares";

test("parts are told as shares of all, and of nothing there is no share", () => {
  const parts = [
    { name: "a", customers: 3, revenue_minor: 10 },
    { name: "b", customers: 1, revenue_minor: 30 },
  ];
  const shares = sharesByName(parts, ({ name }) => name);
  expect(shares.get("a")).toEqual({ customers: 0.75, revenue: 0.25 });
  expect(shares.get("b")).toEqual({ customers: 0.25, revenue: 0.75 });
  expect(shareOf(1, 0)).toBeNull();
});
