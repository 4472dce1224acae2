import { expect, test } from "vitest";
import { consentsNow } from "./consents-now";

const word = (channel: "sms" | "email", granted: boolean) => ({
  channel,
  granted,
  at: "2026-01-01T00:00:00Z",
  recorded_at: "2026-01-01T00:00:00Z",
  source: "file",
  import: null,
  file: null,
  row: null,
});

test("the first word of a channel is how it stands; silence is no refusal", () => {
  const now = consentsNow([word("sms", false), word("sms", true)]);
  expect(now).toEqual([
    { channel: "sms", granted: false, word: "no" },
    { channel: "email", granted: false, word: "unknown" },
  ]);
});
