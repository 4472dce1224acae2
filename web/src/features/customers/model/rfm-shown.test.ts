import { expect, test } from "vitest";
import { formatNumber } from "@/shared/lib/format";
import { rfmShown } from "./rfm-shown";

test("scores are written in the digits of the language", () => {
  expect(rfmShown("5x4", (value) => formatNumber("fa", value))).toBe("۵x۴");
  expect(rfmShown("545", (value) => formatNumber("ru", value))).toBe("545");
});
