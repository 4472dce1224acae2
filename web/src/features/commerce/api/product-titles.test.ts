import { expect, test } from "vitest";
import { portionsOf } from "./product-titles";

test("many keys are asked for in portions that the server takes", () => {
  const keys = Array.from({ length: 120 }, (_, index) => `sku-${index}`);
  const portions = portionsOf(keys);
  expect(portions.map((portion) => portion.length)).toEqual([50, 50, 20]);
  expect(portions.flat()).toEqual(keys);
});

test("long keys make small portions, and what no address can hold is left out", () => {
  const long = "x".repeat(1000);
  expect(portionsOf([long, `${long}y`, "a,b", ""])).toEqual([[long], [`${long}y`]]);
});
