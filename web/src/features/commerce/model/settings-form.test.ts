import { expect, test } from "vitest";
import type { Settings } from "../api/settings";
import {
  changesOf,
  draftedChanges,
  draftOf,
  marginOf,
  percentOf,
  zonesWith,
} from "./settings-form";

const settings: Settings = {
  store_name: "Tea",
  currency: "EUR",
  show_toman: false,
  time_zone: "Europe/Berlin",
  calendar: "gregorian",
  first_weekday: "monday",
  count_cancelled: false,
  count_unpaid: false,
  count_refunded: false,
  count_zero_value: false,
  count_test: false,
  margin_basis_points: 3550,
  discount_basis_points: 1500,
  phone_region: "",
};

test("only what was changed is sent", () => {
  expect(changesOf(settings, { ...settings, store_name: "Cups" })).toEqual({ store_name: "Cups" });
  expect(changesOf(settings, { ...settings })).toEqual({});
});

test("a margin is shown in percent and kept to a hundredth of one", () => {
  expect(percentOf(3550)).toBe(35.5);
  expect(marginOf(35.55)).toBe(3555);
});

test("the store's own zone can be kept, whatever the browser knows", () => {
  expect(zonesWith("Mars/Olympus")[0]).toBe("Mars/Olympus");
});

test("a draft gives back what was changed, and nothing that no longer fits", () => {
  const changes = { store_name: "Cups", show_toman: true };
  expect(draftedChanges(draftOf(changes), settings)).toEqual(changes);
  expect(draftOf({})).toBe("");
  expect(draftedChanges("", settings)).toEqual({});
  expect(draftedChanges('{"store_name": 7, "colour": "red"}', settings)).toEqual({});
});
