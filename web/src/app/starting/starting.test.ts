import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { remember } from "@/shared/lib/remember";

const { documentElement: html } = document;

async function start(path: string): Promise<void> {
  history.replaceState(null, "", path);
  await import("./starting");
}

beforeEach(() => vi.resetModules());

afterEach(() => {
  for (const name of ["lang", "dir", "data-mantine-color-scheme", "data-starting"]) {
    html.removeAttribute(name);
  }
});

test("the frame begins in the language and theme that were chosen", async () => {
  remember("language", "fa");
  remember("theme", "dark");
  await start("/retention");
  expect([html.lang, html.dir]).toEqual(["fa", "rtl"]);
  expect(html.dataset.mantineColorScheme).toBe("dark");
  expect(html.dataset.starting).toBe("inside");
});

test("who signs in sees no frame of pages that are not open yet", async () => {
  await start("/sign-in");
  expect(html.dataset.starting).toBe("outside");
});
