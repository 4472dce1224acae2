import { expect, test } from "vitest";
import { aMe } from "@/testing/builders";
import { navigationFor } from "./navigation";

const names = (groups: ReturnType<typeof navigationFor>) =>
  groups.flatMap((group) => group.destinations.map((destination) => destination.name));

test("one sees the pages that one may open", () => {
  const mine = navigationFor(aMe({ permissions: ["signed_in", "keys_read"] }));
  expect(names(mine)).toEqual(["web.nav.today", "web.nav.account", "web.nav.api_keys"]);
});
