import { expect, test } from "vitest";
import { customerSearch, hiddenFilters, isFiltered } from "./customer-search";

test("an address is read as far as it makes sense", () => {
  const typed = {
    q: 9121234567,
    city: " ",
    has_phone: true,
    has_email: "yes",
    rfm: 54,
    group: "champions",
    kind: "rich",
    min_orders: -1,
    min_alive_percent: 101,
    max_alive_percent: 40,
    slipping: true,
    last_from: "2026-01-31",
    last_to: "yesterday",
    sort: "spent",
    x: 1,
  };
  expect(customerSearch(typed)).toEqual({
    q: "9121234567",
    has_phone: true,
    rfm: "54",
    group: "champions",
    max_alive_percent: 40,
    slipping: true,
    last_from: "2026-01-31",
    sort: "spent",
  });
});

test("what is typed and how it is sorted is no filter", () => {
  expect(isFiltered({ q: "sara", sort: "name" })).toBe(false);
  expect(isFiltered({ q: "sara", has_phone: false })).toBe(true);
});

test("filters that are folded away are counted", () => {
  expect(hiddenFilters({ q: "sara", city: "Kazan", has_phone: false, min_orders: 0 })).toBe(2);
});
