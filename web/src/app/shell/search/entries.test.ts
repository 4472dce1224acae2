import { expect, test } from "vitest";
import { type Entry, matching, step } from "./entries";

const entry = (id: string, name: string, alias = ""): Entry => ({
  id,
  name,
  alias,
  icon: "search",
  run: () => undefined,
});
const entries = [
  entry("people", "People", "users"),
  entry("who", "مشتریان کیستند"),
  entry("keys", "API keys"),
];

const found = (typed: string) => matching(entries, typed).map(({ id }) => id);

test("pages are found by the beginnings of their words", () => {
  expect(found("peo")).toEqual(["people"]);
  expect(found("key a")).toEqual(["keys"]);
  expect(found("eople")).toEqual([]);
  expect(found("user")).toEqual(["people"]);
});

test("Arabic letters find Persian words", () => {
  expect(found("كيستند")).toEqual(["who"]);
});

test("an empty box shows all", () => {
  expect(found(" ")).toHaveLength(3);
});

test("arrows go around both ends", () => {
  expect(step(entries, null, 1)).toBe("people");
  expect(step(entries, null, -1)).toBe("keys");
  expect(step(entries, "keys", 1)).toBe("people");
  expect(step(entries, "people", -1)).toBe("keys");
  expect(step([], "x", 1)).toBeNull();
});
