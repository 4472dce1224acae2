import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { look } from "./look.mjs";
import { onlineRetail } from "./online-retail.mjs";
import { assertShows } from "./read.mjs";

// Half a million rows, perhaps while the machine compiles.
const importMs = 600_000;

const heading = (page) => page.getByRole("heading", { level: 1 });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const wide = (page) => page.setViewportSize({ width: 1280, height: 800 });

/** The shop's orders come in by the wizard; then every page shows what the command line prints. */
export async function readRealNumbers({ ...visit }) {
  visit.shop = onlineRetail(visit.server.program);
  if (visit.shop === null) {
    console.log(`e2e ${visit.language}: skipped the pages with data: no ../shared/data/online-retail`);
    return;
  }
  await importShop(visit);
  await readPages(visit);
}

/** The pages of a store that holds the shop's orders. */
export async function readPages(visit) {
  for (const step of [readToday, readRetention, readWho, readProducts, readCustomers, readOne]) {
    await wide(visit.page);
    await step(visit);
  }
  await wide(visit.page);
}

async function importShop({ page, server, shop, t, ...rest }) {
  await wide(page);
  await page.goto(`${server.origin}/import`);
  await page.locator('input[type="file"]').setInputFiles(shop.path);
  await heading(page).getByText(t("web.import.look", { name: shop.name })).waitFor();
  await answer(page, t);
  const act = page.getByRole("button", { name: inAnyDigits(shop.orders) });
  await act.waitFor({ timeout: importMs });
  await settled(page);
  await look(page, "import-look-data", { t, ...rest });
  await wide(page);
  await act.click();
  await button(page, t("web.import.pause")).click({ timeout: importMs });
  await page.getByRole("heading", { name: t("web.import.paused"), exact: true }).waitFor();
  await look(page, "import-paused", { t, ...rest });
  await wide(page);
  await button(page, t("web.import.resume")).click();
  const title = t("web.import.is.done", { name: shop.name });
  await heading(page).getByText(title).waitFor({ timeout: importMs });
  const shown = await page.locator("main dl").innerText();
  assertShows(shown, rest.language, shop.orders);
  assertShows(shown, rest.language, shop.customers);
  await button(page, t("web.import.looks_right")).click();
  await page.waitForURL(`${server.origin}/`);
}

/** "25,900", "۲۵٬۹۰۰", "25 900". */
function inAnyDigits(count) {
  const persian = (digits) => digits.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[digit]);
  const [, ...parts] = /^(\d+?)(\d{3})$/.exec(String(count));
  return new RegExp(`${parts.join("[,\\s]")}|${parts.map(persian).join("٬")}`);
}

/** What no column tells: in which money the prices are, in a store that has counted in none. */
async function answer(page, t) {
  const unit = page.getByRole("radio").first();
  const currency = page.getByLabel(t("web.import.currency"), { exact: true });
  const read = page.locator("main dl");
  await unit.or(currency).or(read).first().waitFor({ timeout: importMs });
  if (await currency.isVisible()) await currency.selectOption("GBP");
  else if (await unit.isVisible()) await unit.check();
}

/** What `vafa report` prints of the same store, asked beside the server. */
function report({ program, folder }, name, options = []) {
  const words = ["report", name, "--data", folder, "--format", "json", ...options];
  return JSON.parse(execFileSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 }));
}

async function open({ page, server }, address) {
  await page.goto(server.origin + address);
  await settled(page);
}

/** Nothing is on its way any more. */
async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(
    () => !document.querySelector(".mantine-Skeleton-root, main [role=status], [aria-busy=true]"),
  );
}

/** The list of customers says how many they are. */
async function counted(page) {
  await page.getByRole("searchbox").waitFor();
  await page.waitForFunction(() => /\p{Nd}/u.test(document.querySelector("h1").textContent));
}

async function readToday(visit) {
  const { page, server, language, t } = visit;
  const { first_day: from, last_day: to } = report(server, "summary").data;
  const { data } = report(server, "summary", ["--from", from, "--to", to]);
  const kept = report(server, "retention-rate", ["--to", to]).data;
  await open(visit, `/?from=${from}&to=${to}`);
  const cards = page.getByRole("list", { name: t("web.today.numbers") }).locator("> li");
  const card = (place) => cards.nth(place).innerText();
  assertShows(await card(0), language, data.customers);
  assertShows(await card(4), language, data.repeat_purchase_rate * 100, 1);
  // A part of the year has nobody who bought a year before.
  if (kept.retention_rate === null) assert.match(await card(5), /–/);
  else assertShows(await card(5), language, kept.retention_rate * 100, 1);
  assertShows(await card(6), language, data.purchases_per_customer, 2);
  const exact = await cards.nth(1).locator("[title]").getAttribute("title");
  assertShows(exact, language, data.revenue_minor / (await minorUnits(visit, data.currency)));
  await open(visit, "/");
  await look(page, "today-data", visit);
}

/** How many of the server's units make one that the pages write. */
async function minorUnits({ page }, currency) {
  const { show_toman } = await page.evaluate(() =>
    fetch("/api/v1/settings").then((response) => response.json()),
  );
  const style = { style: "currency", currency };
  const digits = new Intl.NumberFormat("en", style).resolvedOptions().maximumFractionDigits;
  return 10 ** digits * (show_toman ? 10 : 1);
}

async function readRetention(visit) {
  const { page, server, language } = visit;
  const { windows } = report(server, "repurchase", ["--days", "90"]).data;
  const within = windows.find(({ kind }) => kind === "within");
  const { days_between_purchases: gaps } = report(server, "summary").data;
  const [cohort] = report(server, "cohorts", ["--by", "month"]).data.cohorts;
  await open(visit, "/retention");
  assertShows(await heading(page).innerText(), language, within.rate * 100, 1);
  const numbers = page.locator("main dl").last().locator("dd");
  assertShows(await numbers.nth(0).innerText(), language, gaps.median, 1);
  assertShows(await numbers.nth(1).innerText(), language, gaps.mean, 1);
  // Below the averages stands the first cohort: its size, the month itself, the month after.
  const cells = page.locator("main table").first().locator("tbody tr").nth(1).locator("td");
  assertShows(await cells.nth(0).innerText(), language, cohort.size);
  assertShows(await cells.nth(2).innerText(), language, (cohort.cells[1].customers / cohort.size) * 100);
  await look(page, "retention-data", visit);
}

async function readWho(visit) {
  const { page, server, language } = visit;
  const { loyal_share: loyal } = report(server, "kinds").data;
  const { cells, groups } = report(server, "rfm").data;
  await open(visit, "/who");
  const title = await heading(page).innerText();
  assertShows(title, language, loyal.customers_share * 100, 1);
  assertShows(title, language, loyal.revenue_share * 100, 1);
  const best = Object.entries(cells).filter(([scores]) => scores.startsWith("55"));
  const cell = page.locator('main table a[href$="rfm=55"]');
  assertShows(await cell.innerText(), language, best.reduce((sum, [, count]) => sum + count, 0));
  const champions = page.locator("main li", { has: page.locator('a[href$="group=champions"]') });
  const { customers } = groups.find(({ group }) => group === "champions");
  assertShows(await champions.innerText(), language, customers);
  await look(page, "who-data", visit);
  await wide(page);
  await page.locator('main a[href$="group=champions"]').first().click();
  await page.waitForURL(/customers\?group=champions/);
  await counted(page);
  assertShows(await heading(page).innerText(), language, customers);
}

async function readProducts(visit) {
  const { page, server, language } = visit;
  const { products } = report(server, "products").data;
  const [first] = products.sort((a, b) => b.customers - a.customers);
  await open(visit, "/products");
  const row = await page.locator("main ol > li").first().innerText();
  assertShows(row, language, first.customers);
  assertShows(row, language, first.repeat_purchase_rate * 100, 1);
  await look(page, "products-data", visit);
}

async function readCustomers(visit) {
  const { page, server, language } = visit;
  await open(visit, "/customers");
  await look(page, "customers-data", visit);
  await wide(page);
  const { cells } = report(server, "rfm").data;
  const late = Object.entries(cells).filter(([scores]) => scores.startsWith("15"));
  await open(visit, "/customers?rfm=15&utm_source=mail");
  await counted(page);
  const expected = late.reduce((sum, [, count]) => sum + count, 0);
  assertShows(await heading(page).innerText(), language, expected);
}

async function readOne(visit) {
  const { page, language, shop } = visit;
  const { orders, spent, order } = shop.known;
  await open(visit, "/customers");
  await page.getByRole("searchbox").fill(order);
  await page.waitForURL(/q=/);
  const found = page.locator("main tbody tr");
  await page.waitForFunction(() => document.querySelectorAll("main tbody tr").length === 1);
  await found.getByRole("link").first().click();
  await page.waitForURL(/customers\/cus_/);
  await settled(page);
  const numbers = page.locator("main dl").last().locator("dd");
  assertShows(await numbers.nth(0).innerText(), language, orders);
  // The wizard was told that the file counts in what the pages write: pounds, roubles, tomans.
  assertShows(await numbers.nth(1).innerText(), language, spent);
  await look(page, "customer-data", visit);
}
