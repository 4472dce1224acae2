// @vitest-environment node
import { expect, test } from "vitest";
import { textsOfPages } from "./texts";

test("only the texts of the pages are taken, plurals form by form", () => {
  const texts = textsOfPages(
    JSON.stringify({
      "cli.about": "not for a page",
      "web.app.name": "Vafa",
      "web.people.count": { one: "{count} person", other: "{count} people" },
    }),
  );
  expect(texts).toEqual({
    "web.app.name": "Vafa",
    "web.people.count#one": "{count} person",
    "web.people.count#other": "{count} people",
  });
});
