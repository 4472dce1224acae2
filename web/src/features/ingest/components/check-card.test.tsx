import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { anAsked, anImport, aSummary } from "@/testing/import-builders";
import { renderApp } from "@/testing/render-app";
import { stubServer } from "@/testing/server";
import { CheckCard } from "./check-card";

const result = aSummary({
  import: "imp_1",
  orders: 2,
  currency: "IRR",
  unit: { name: "IRT", minor: 10, told: true },
  revenue_minor: 24_000_000,
  median_order_minor: 12_000_000,
});
const one = anImport({ result, asked: anAsked({ currency: "IRT" }) });
const store = { currency: "IRR", toman: false, isIranian: true };

test("rial instead of toman is one click: taken back, queued again in the other unit", async () => {
  const path = "/api/v1/imports/imp_1/undo" as "/api/v1/imports/{id}/undo";
  const asked = stubServer({
    [`POST ${path}`]: () => ({ status: 202, body: { ...one, state: "undoing" } }),
    "POST /api/v1/imports": () => ({ status: 202, body: anImport({ id: "imp_2" }) }),
  });
  const onAgain = vi.fn();
  renderApp(
    <CheckCard
      one={one}
      result={result}
      store={store}
      mayChange
      onRight={vi.fn()}
      onAgain={onAgain}
    />,
  );
  expect(screen.getByText(/1,200,000 toman/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "It was rial" }));
  await waitFor(() => expect(onAgain).toHaveBeenCalledWith("imp_2"));
  expect(asked.map((call) => `${call.method} ${call.path}`)).toEqual([
    "POST /api/v1/imports/imp_1/undo",
    "POST /api/v1/imports",
  ]);
  expect(asked[1]?.body).toEqual({ uploads: ["upl_1"], currency: "IRR" });
});

test("whoever may only read gets no buttons", () => {
  renderApp(
    <CheckCard
      one={one}
      result={result}
      store={store}
      mayChange={false}
      onRight={vi.fn()}
      onAgain={vi.fn()}
    />,
  );
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});
