import { expect, test } from "vitest";
import { customerSearch, isFiltered } from "./customer-search";

test("an address is read as far as it makes sense", () => {
  const typed = { q: 9121234567, city: " ", has_phone: true, has_email: "yes", x: 1 };
  expect(customerSearch(typed)).toEqual({ q: "9121234567", has_phone: true });
});

test("what is typed into the search is no filter", () => {
  expect(isFiltered({ q: "sara" })).toBe(false);
  expect(isFiltered({ q: "sara", has_phone: false })).toBe(true);
});
