import { fileURLToPath } from "node:url";
import { look } from "./look.mjs";
import { seeValue } from "./value-walk.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const link = (page, name) => page.getByRole("link", { name, exact: true }).first();

// On a phone the pages are behind "more"; looking leaves the window wide or narrow.
const wide = (page) => page.setViewportSize({ width: 1280, height: 800 });

/** A new store asks two questions and goes on with its own data. */
export async function welcome({ page, t, owner, ...rest }) {
  await heading(page, t("web.welcome.title", { name: owner.name })).waitFor();
  await look(page, "welcome", { t, ...rest });
  await wide(page);
  await button(page, t("web.welcome.own_act")).click();
  await heading(page, t("web.import.title")).waitFor();
}

/** A file comes in by the wizard, is corrected, checked, and taken back. */
export async function importAndUndo({ page, t, language, ...rest }) {
  const visit = { t, language, ...rest };
  await wide(page);
  await link(page, t("web.nav.import")).click();
  await heading(page, t("web.import.title")).waitFor();
  await page.getByText(t("web.import.none"), { exact: true }).waitFor();
  await look(page, "import", visit);
  await link(page, t("web.export.excel")).click();
  await page.getByText(t("web.export.excel.1")).waitFor();
  await look(page, "export-from", visit);
  await page.goBack();

  const name = `orders-${language}.csv`;
  const file = fileURLToPath(new URL(`../public/samples/${name}`, import.meta.url));
  await page.locator('input[type="file"]').setInputFiles(file);
  await heading(page, t("web.import.look", { name })).waitFor();
  await page.locator("dl").first().waitFor(); // read whole
  await look(page, "import-look", visit);
  await wide(page);
  await page.reload(); // the address keeps the file
  await page.locator("dl").first().waitFor();
  const act = page.getByRole("button", { name: /6|۶/ }).last();
  await act.click();
  await heading(page, t("web.import.is.done", { name })).waitFor();
  await page.getByText(t("web.import.check_about")).waitFor();
  await look(page, "import-check", visit);
  await wide(page);
  await button(page, t("web.import.undo")).click();
  await heading(page, t("web.import.is.undone", { name })).waitFor();
  await look(page, "import-undone", visit);
  await wide(page);
  await link(page, t("web.import.all")).click();
  await page.getByText(t("web.import.state.undone"), { exact: true }).waitFor();
  await look(page, "imports", visit);
}

/** What the store is called is changed, and seen above every page. */
export async function changeSettings({ page, t, ...rest }) {
  await wide(page);
  await link(page, t("web.nav.store_settings")).click();
  const name = page.getByRole("textbox", { name: t("web.settings.store_name"), exact: true });
  await name.fill("Tea & Cups");
  await look(page, "settings", { t, ...rest });
  await wide(page);
  await button(page, t("web.settings.save")).click();
  await page.locator("header").getByText("Tea & Cups").waitFor();
}

/** A demo comes and goes, and leaves nothing. */
export async function demoComesAndGoes({ page, server, t, ...rest }) {
  await wide(page);
  await page.goto(`${server.origin}/welcome`);
  await button(page, t("web.welcome.demo_act")).click();
  await page.getByText(t("web.demo.there"), { exact: true }).waitFor();
  await look(page, "demo", { t, ...rest });
  await wide(page);
  await seeValue({ page, t, ...rest });
  await wide(page);
  await button(page, t("web.demo.own_data")).click();
  await heading(page, t("web.import.title")).waitFor();
  await page.getByRole("complementary", { name: t("web.demo.name") }).waitFor({ state: "detached" });
  // It goes at once to the eye; a slow machine still takes it out of the books.
  await page.waitForFunction(async () => {
    const { items } = await (await fetch("/api/v1/imports")).json();
    return items.every(({ kind }) => kind !== "demo");
  });
}
