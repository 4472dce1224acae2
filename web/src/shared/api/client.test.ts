import { afterEach, expect, test, vi } from "vitest";
import { aMe, aUser } from "@/testing/builders";
import { refusal, stubServer } from "@/testing/server";
import { addressOf, api } from "./client";
import { fieldErrors, Problem } from "./problem";
import { setReader } from "./reader";

afterEach(() => setReader({ language: "en", csrfToken: null }));

test("parts of the path are escaped, empty filters left out", () => {
  const options = { path: { id: "a/b" }, query: { cursor: undefined, actor: "usr 1" } };
  expect(addressOf("/api/v1/users/{id}", options)).toBe("/api/v1/users/a%2Fb?actor=usr+1");
});

test("a write says the language, the session's token and a key of its own", async () => {
  const asked = stubServer({ "POST /api/v1/users/{id}/reset-link": () => ({}) });
  setReader({ language: "fa", csrfToken: "secret" });
  await api.post("/api/v1/second-factor/remove", { body: { password: "x" } }).catch(() => null);
  await api.delete("/api/v1/session").catch(() => null);
  const [first, second] = asked;
  expect(first?.headers.get("accept-language")).toBe("fa");
  expect(first?.headers.get("x-csrf-token")).toBe("secret");
  expect(first?.headers.get("idempotency-key")).toMatch(/^[0-9a-f]{32}$/);
  expect(first?.headers.get("idempotency-key")).not.toBe(second?.headers.get("idempotency-key"));
});

test("a refusal is thrown with its wrong fields", async () => {
  const fields = { "/email": "malformed", "/scopes/0": "unknown" };
  stubServer({ "GET /api/v1/session": () => refusal(422, "error.invalid", fields) });
  const error = await api.get("/api/v1/session").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).status).toBe(422);
  expect(fieldErrors(error)).toEqual({ email: "malformed", scopes: "unknown" });
});

test("a renewed token replaces the old one", async () => {
  stubServer({
    "GET /api/v1/session": () => ({ body: aMe(), headers: { "x-csrf-token": "fresh" } }),
    "DELETE /api/v1/session": ({ headers }) =>
      headers.get("x-csrf-token") === "fresh" ? { status: 204 } : refusal(403, "error.csrf"),
  });
  setReader({ csrfToken: "old" });
  await api.get("/api/v1/session");
  await api.delete("/api/v1/session");
});

test("a write refused for its token asks for the present one and tries again", async () => {
  const asked = stubServer({
    "GET /api/v1/session": () => ({ body: aMe({ csrf_token: "present" }) }),
    "POST /api/v1/users": ({ headers }) =>
      headers.get("x-csrf-token") === "present"
        ? { status: 201, body: { user: aUser() } }
        : refusal(403, "error.csrf"),
  });
  setReader({ csrfToken: "old" });
  const body = { name: "A", email: "a@example.com", role: "agent" } as const;
  await api.post("/api/v1/users", { body });
  expect(asked.map(({ method }) => method)).toEqual(["POST", "GET", "POST"]);
});

test("a broken connection is tried once more with the same key", async () => {
  const keys: (string | null)[] = [];
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    keys.push(new Headers(init.headers).get("idempotency-key"));
    return Promise.reject(new TypeError("network"));
  });
  const error = await api.delete("/api/v1/sessions").catch((thrown: unknown) => thrown);
  expect((error as Problem).status).toBe(0);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});
