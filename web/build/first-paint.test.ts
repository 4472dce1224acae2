// @vitest-environment node
import { expect, test } from "vitest";
import { withLateStyles } from "./first-paint";

test("the pages' styles are only preloaded; the frame's own are waited for", () => {
  const html = `
    <link rel="stylesheet" href="/starting.css" />
    <link rel="stylesheet" crossorigin href="/assets/index-b.css">`;
  expect(withLateStyles(html)).toBe(`
    <link rel="stylesheet" href="/starting.css" />
    <link rel="preload" as="style" crossorigin href="/assets/index-b.css">`);
});
