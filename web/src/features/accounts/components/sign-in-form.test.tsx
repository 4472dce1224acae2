import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { aMe } from "@/testing/builders";
import { renderApp } from "@/testing/render-app";
import { refusal, stubServer } from "@/testing/server";
import { SignInForm } from "./sign-in-form";

async function signIn(onDone = vi.fn()) {
  const user = userEvent.setup();
  renderApp(<SignInForm onDone={onDone} />);
  await user.type(screen.getByLabelText(/^E-mail/), "sara@example.com");
  await user.type(screen.getByLabelText(/^Password/), "blue lanterns at noon");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  return user;
}

test("mail and password alone sign in where there is no second factor", async () => {
  const asked = stubServer({ "POST /api/v1/session": () => ({ body: aMe() }) });
  const onDone = vi.fn();
  await signIn(onDone);
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(asked[0]?.body).toEqual({ email: "sara@example.com", password: "blue lanterns at noon" });
});

test("the code is asked for when it is needed, and sent with the rest", async () => {
  const asked = stubServer({
    "POST /api/v1/session": ({ body }) =>
      (body as { code?: string }).code === undefined
        ? refusal(401, "error.second_factor_needed")
        : { body: aMe() },
  });
  const onDone = vi.fn();
  const user = await signIn(onDone);
  const code = await screen.findByLabelText(/^Code/);
  expect(document.activeElement).toBe(code);
  expect(screen.queryByRole("alert")).toBeNull();
  await user.type(code, "123456");
  await user.click(screen.getByRole("button", { name: "Confirm" }));
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(asked[1]?.body).toMatchObject({ email: "sara@example.com", code: "123456" });
});

test("a wrong password is said aloud, in the server's words", async () => {
  stubServer({ "POST /api/v1/session": () => refusal(401, "error.wrong_credentials") });
  await signIn();
  expect((await screen.findByRole("alert")).textContent).toContain("error.wrong_credentials!");
});

test("after too many attempts one sees how long to wait", async () => {
  const locked = { ...refusal(429, "error.too_many_requests"), headers: { "retry-after": "240" } };
  stubServer({ "POST /api/v1/session": () => locked });
  await signIn();
  expect((await screen.findByRole("alert")).textContent).toContain("Try again in 4 minutes.");
});
