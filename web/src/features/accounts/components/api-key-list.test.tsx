import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderApp } from "@/testing/render-app";
import { refusal, stubServer } from "@/testing/server";
import { ApiKeyList } from "./api-key-list";

const key = {
  id: "key_1",
  name: "nightly",
  hint: "vk_abc",
  scopes: ["read"],
  maker: null,
  created_at: "2026-01-02T03:04:05Z",
  used_at: null,
};
const page = (items: unknown[]) => ({ body: { items, next_cursor: null } });

test("an empty list says what would be here", async () => {
  stubServer({ "GET /api/v1/api-keys": () => page([]) });
  renderApp(<ApiKeyList mayChange />);
  expect(await screen.findByText("No keys yet")).toBeDefined();
});

test("a list that cannot be had says why and offers to try again", async () => {
  stubServer({ "GET /api/v1/api-keys": () => refusal(500, "error.internal") });
  renderApp(<ApiKeyList mayChange />);
  expect((await screen.findByRole("alert")).textContent).toContain("error.internal!");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

test("who may only look sees keys and no button to revoke them", async () => {
  stubServer({ "GET /api/v1/api-keys": () => page([key]) });
  renderApp(<ApiKeyList mayChange={false} />);
  expect(await screen.findByText("nightly")).toBeDefined();
  expect(screen.queryByRole("button", { name: /Revoke/ })).toBeNull();
});
