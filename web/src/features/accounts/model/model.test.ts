import { expect, test } from "vitest";
import { aMe, aUser } from "@/testing/builders";
import { subjectOf } from "./audit-subject";
import { changesBetween } from "./changes";
import { deviceOf } from "./device-name";
import { tokenOfHash } from "./link-token";
import { may, rolesToGive } from "./permissions";
import { safeNext } from "./safe-next";

test("a link's token is found named or bare", () => {
  expect(tokenOfHash("#token=abc-_1")).toBe("abc-_1");
  expect(tokenOfHash("#abc-_1")).toBe("abc-_1");
  expect(tokenOfHash("")).toBeNull();
  expect(tokenOfHash("#token=")).toBeNull();
});

test("after signing in nobody is led to another host", () => {
  expect(safeNext("/settings/audit?action=user.add")).toBe("/settings/audit?action=user.add");
  for (const evil of ["//evil.example", "/\\evil.example", "https://evil.example", "data:1"]) {
    expect(safeNext(evil)).toBe("/");
  }
  expect(safeNext(undefined)).toBe("/");
});

test("browsers that call themselves Chrome are told apart", () => {
  const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36";
  expect(deviceOf(chrome)).toEqual({ browser: "Chrome", system: "Windows" });
  expect(deviceOf(`${chrome} Edg/140.0`).browser).toBe("Edge");
  expect(deviceOf("Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537.36")).toEqual({
    browser: "Chrome",
    system: "Android",
  });
  expect(deviceOf("")).toEqual({ browser: null, system: null });
});

test("a change is told field by field, what stayed is not", () => {
  const before = { role: "agent", name: "Reza", counted: { test: false }, tags: ["a"] };
  const after = { role: "admin", name: "Reza", counted: { test: true }, tags: ["a", "b"] };
  expect(changesBetween(before, after)).toEqual([
    { field: "role", before: "agent", after: "admin" },
    { field: "counted.test", before: "false", after: "true" },
    { field: "tags", before: "a", after: "a, b" },
  ]);
});

test("a deleted thing keeps the name it had, a session has none", () => {
  const names = new Map([["usr_1", "Sara"]]);
  const gone = { subject: "usr_2", before: { name: "Reza" }, after: null };
  expect(subjectOf(gone, names)).toBe("Reza");
  expect(subjectOf({ subject: "usr_1", before: null, after: null }, names)).toBe("Sara");
  expect(subjectOf({ subject: "ses_1", before: null, after: null }, names)).toBe("");
  expect(subjectOf({ subject: "key_1", before: null, after: null }, names)).toBe("key_1");
});

test("what was made or deleted has one side only", () => {
  const thing = { name: "x" };
  expect(changesBetween(null, thing)).toEqual([{ field: "name", before: null, after: "x" }]);
  expect(changesBetween(thing, null)).toEqual([{ field: "name", before: "x", after: null }]);
});

test("only an owner makes owners; a stranger may nothing", () => {
  expect(rolesToGive(aMe())).toContain("owner");
  expect(rolesToGive(aMe({ user: aUser({ role: "admin" }) }))).not.toContain("owner");
  expect(may(null, "signed_in")).toBe(false);
});
