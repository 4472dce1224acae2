import { act, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { currentReader } from "@/shared/api/reader";
import { changeLanguage, useText } from "./texts";

afterEach(() => act(() => changeLanguage("en")));

function Waiting({ count }: { count: number }) {
  const t = useText();
  return <p>{t("web.sign_in.wait_seconds", { count })}</p>;
}

test("a Russian plural follows its number", async () => {
  await act(() => changeLanguage("ru"));
  const { rerender } = render(<Waiting count={1} />);
  expect(screen.getByText("Попробуйте через 1 секунду.")).toBeDefined();
  rerender(<Waiting count={3} />);
  expect(screen.getByText("Попробуйте через 3 секунды.")).toBeDefined();
  rerender(<Waiting count={11} />);
  expect(screen.getByText("Попробуйте через 11 секунд.")).toBeDefined();
});

test("numbers in Persian words are Persian", async () => {
  await act(() => changeLanguage("fa"));
  render(<Waiting count={12} />);
  expect(screen.getByText(/^۱۲ ثانیه/)).toBeDefined();
});

test("a change of language turns the page and tells the server", async () => {
  await act(() => changeLanguage("fa"));
  expect(document.documentElement.dir).toBe("rtl");
  expect(document.documentElement.lang).toBe("fa");
  expect(currentReader().language).toBe("fa");
});
