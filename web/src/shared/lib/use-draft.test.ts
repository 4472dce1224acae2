import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { forgetDrafts } from "./remember";
import { useDraft } from "./use-draft";

afterEach(forgetDrafts);

const open = (name: string, initial?: string) => renderHook(() => useDraft(name, initial)).result;

test("what was being written is there again, until it is sent", () => {
  const first = open("note.1");
  act(() => first.current[1]("She asked for tea"));
  const later = open("note.1");
  expect(later.current[0]).toBe("She asked for tea");
  expect(open("note.2").current[0]).toBe("");
  act(() => later.current[1](""));
  expect(open("note.1").current[0]).toBe("");
});

test("what was taken back to what it was is no draft", () => {
  const prices = open("prices", "1404-01 300");
  act(() => prices.current[1]("1404-01 301"));
  act(() => prices.current[1]("1404-01 300"));
  expect(open("prices", "1404-01 350").current[0]).toBe("1404-01 350");
});
