import { expect, test } from "vitest";
import { likelyUnits, presetFor } from "./presets";

test("a Persian store begins with toman, Tehran, the Jalali calendar and Saturday", () => {
  expect(likelyUnits("fa", "Europe/Berlin")[0]).toBe("IRT");
  expect(presetFor("fa", "Europe/Berlin", "IRT")).toEqual({
    currency: "IRR",
    show_toman: true,
    time_zone: "Asia/Tehran",
    calendar: "persian",
    first_weekday: "saturday",
    phone_region: "IR",
  });
});

test("a Russian store begins with roubles, Moscow and Monday", () => {
  expect(likelyUnits("ru", "Asia/Omsk")).toEqual(["RUB"]);
  expect(presetFor("ru", "Asia/Omsk", "RUB")).toMatchObject({
    currency: "RUB",
    show_toman: false,
    time_zone: "Europe/Moscow",
    first_weekday: "monday",
  });
});

test("an English one follows the browser's zone", () => {
  expect(likelyUnits("en", "Europe/London")).toEqual(["GBP"]);
  expect(likelyUnits("en", "America/Lima")).toEqual(["USD"]);
  expect(presetFor("en", "Europe/Berlin", "EUR").time_zone).toBe("Europe/Berlin");
});
