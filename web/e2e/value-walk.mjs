import { look } from "./look.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const link = (page, name) => page.getByRole("link", { name, exact: true }).first();

/** Before any order the page says what to do. */
export async function seeValueWithoutOrders({ page, t, ...rest }) {
  await link(page, t("web.nav.value")).click();
  await page.getByText(t("web.value.none"), { exact: true }).waitFor();
  await page.locator("main").getByRole("link", { name: t("web.welcome.own_act"), exact: true }).waitFor();
  await page.locator("h1:focus").waitFor();
  await look(page, "value-empty", { t, ...rest });
}

/** Calculated from orders: numbers, pictures, who is slipping away, and one of the customers. */
export async function seeValue({ page, t, ...rest }) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await link(page, t("web.nav.value")).click();
  await button(page, t("web.value.calculate")).click();
  await page.getByRole("heading", { name: t("web.value.numbers"), exact: true }).waitFor();
  await page.getByRole("heading", { name: t("web.value.reliability"), exact: true }).waitFor();
  await page.getByText(t("web.value.checks_none"), { exact: true }).waitFor();
  await look(page, "value", { t, ...rest });
  await page.setViewportSize({ width: 1280, height: 800 });
  await link(page, t("web.value.slipping_all")).click();
  await page.waitForURL(/slipping=true/);
  await page.locator("main tbody th a").first().click();
  await page.getByRole("heading", { name: t("web.customer.score"), exact: true }).waitFor();
  await look(page, "customer-score", { t, ...rest });
}
