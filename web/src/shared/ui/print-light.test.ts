import { expect, test } from "vitest";
import { printLight } from "./print-light";

const scheme = () => document.documentElement.dataset.mantineColorScheme;

test("what is printed is light, and the page is as it was afterwards", () => {
  document.documentElement.dataset.mantineColorScheme = "dark";
  printLight();
  dispatchEvent(new Event("beforeprint"));
  expect(scheme()).toBe("light");
  dispatchEvent(new Event("afterprint"));
  expect(scheme()).toBe("dark");
});
