import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderApp } from "@/testing/render-app";
import { refusal, stubServer } from "@/testing/server";
import { SetupForm } from "./setup-form";

test("a field that the server finds wrong says so and takes the focus", async () => {
  const user = userEvent.setup();
  const fields = { "/password": "At least 10 characters." };
  stubServer({ "POST /api/v1/setup": () => refusal(422, "error.password_short", fields) });
  const onDone = vi.fn();
  renderApp(<SetupForm token="once" onDone={onDone} />);
  await user.click(screen.getByRole("button", { name: "Create the owner account" }));
  const password = screen.getByLabelText(/^Password/);
  await vi.waitFor(() => expect(document.activeElement).toBe(password), { timeout: 20_000 });
  expect(password.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText("At least 10 characters.")).toBeDefined();
  expect(onDone).not.toHaveBeenCalled();
});
