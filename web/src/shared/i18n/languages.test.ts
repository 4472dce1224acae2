import { expect, test } from "vitest";
import { directionOf, preferredLanguage } from "./languages";

test("the browser's first language that we speak is taken", () => {
  expect(preferredLanguage(["de-DE", "fa-IR", "en"])).toBe("fa");
  expect(preferredLanguage(["RU"])).toBe("ru");
});

test("English stands in for languages that we do not speak", () => {
  expect(preferredLanguage(["de", "tr-TR"])).toBe("en");
  expect(preferredLanguage([])).toBe("en");
});

test("only Persian runs from right to left", () => {
  expect([directionOf("fa"), directionOf("en"), directionOf("ru")]).toEqual(["rtl", "ltr", "ltr"]);
});
