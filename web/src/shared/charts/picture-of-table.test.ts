import { expect, test } from "vitest";
import { scaleFor } from "./picture-of-table";

test("a picture is twice as sharp as the screen, unless no canvas is so large", () => {
  expect(scaleFor(700, 500)).toBe(2);
  const [width, height] = [6400, 3700];
  const scale = scaleFor(width, height);
  expect(scale).toBeGreaterThan(1);
  expect(width * height * scale * scale).toBeLessThanOrEqual(60_000_000);
});
