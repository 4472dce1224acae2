import { expect, test } from "vitest";
import { typedDay } from "./typed-day";

test("a day may be typed in any digits, with the usual marks", () => {
  expect(typedDay("۱۴۰۵/۸/۳۰", "persian")).toBe("1405-08-30");
  expect(typedDay("١٤٠٥-٠٨-٣٠", "persian")).toBe("1405-08-30");
  expect(typedDay(" 2026.11.2 ", "gregorian")).toBe("2026-11-02");
});

test("with points the day may come first", () => {
  expect(typedDay("2.11.2026", "gregorian")).toBe("2026-11-02");
  expect(typedDay("۳۰.۰۸.۱۴۰۵", "persian")).toBe("1405-08-30");
});

test("what is no day is none", () => {
  expect(typedDay("1405/12/30", "persian")).toBeNull();
  expect(typedDay("30/11/2026", "gregorian")).toBeNull();
  expect(typedDay("", "gregorian")).toBeNull();
});
