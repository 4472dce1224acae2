// Pictures of the pages on made-up stores:
//   node e2e/screenshots.mjs FOLDER          what README shows: English and Persian
//   node e2e/screenshots.mjs FOLDER --all [en|fa|ru …]   languages, light and dark, three widths;
//                                            stores with nothing, little and much in them
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { createOwner } from "./owner.mjs";
import { startServer } from "./server.mjs";
import { textsOf } from "./texts.mjs";

const [folder, option, ...chosen] = process.argv.slice(2);
if (!folder) throw new Error("usage: node e2e/screenshots.mjs FOLDER [--all]");

const locales = { en: "en-GB", fa: "fa-IR", ru: "ru-RU" };
const markets = { en: "europe", fa: "iran", ru: "russia" };
const readmeSize = { width: 1280, height: 800 };
const readmePages = { today: "/", retention: "/retention", who: "/who", value: "/value" };
const pages = {
  today: "/",
  customers: "/customers",
  customer: firstCustomer,
  retention: "/retention",
  who: "/who",
  products: "/products",
  value: "/value",
  import: "/import",
  imported: latestImport,
  "export-from": "/import/from/excel",
  store: "/settings/store",
  prices: "/settings/prices",
  account: "/account",
  people: "/settings/people",
  "api-keys": "/settings/api-keys",
  audit: "/settings/audit",
};
const stores = { much: ["--customers", "3000"], little: ["--customers", "40"], nothing: null };

/** Of a customer and an import there is a page as soon as there is one of them. */
async function firstCustomer(page) {
  const [customer] = await itemsOf(page, "/api/v1/customers?sort=spent&limit=1");
  return customer && `/customers/${customer.id}`;
}
async function latestImport(page) {
  const [one] = await itemsOf(page, "/api/v1/imports?limit=1");
  return one && `/import/${one.id}`;
}

function itemsOf(page, address) {
  return page.evaluate(async (from) => (await (await fetch(from)).json()).items, address);
}

async function visit(language, demo, look) {
  const server = await startServer(demo && [...demo, "--market", markets[language]]);
  const browser = await openBrowser(server.origin, locales[language]);
  try {
    const page = browser.context.pages()[0];
    await createOwner(page, server, textsOf(language));
    await look(page, server.origin);
    for (const fault of new Set(browser.faults)) console.error(`${language}: ${fault}`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function open(page, address, { theme, ...size }) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  // Twice: what has come may ask for more.
  for (let round = 0; round < 2; round += 1) {
    await page.waitForLoadState("networkidle");
    await page.waitForFunction(() => !document.querySelector(".mantine-Skeleton-root"));
  }
}

async function forReadme(language) {
  await visit(language, stores.much, async (page, origin) => {
    for (const [name, path] of Object.entries(readmePages)) {
      await open(page, origin + path, { theme: "light", ...readmeSize });
      await page.screenshot({ path: join(folder, `${name}.${language}.png`) });
    }
  });
}

async function forLooking(language, store) {
  await visit(language, stores[store], async (page, origin) => {
    for (const [name, place] of Object.entries(pages)) {
      const path = typeof place === "string" ? place : await place(page);
      if (!path) continue;
      for (const theme of ["light", "dark"]) {
        for (const width of [360, 768, 1440]) {
          await open(page, origin + path, { theme, width, height: 900 });
          // As high as the page: what is fixed to the window then stands where it belongs.
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ width, height });
          const file = `${name}-${store}-${language}-${theme}-${width}.png`;
          await page.screenshot({ path: join(folder, file) });
        }
      }
    }
  });
}

await mkdir(folder, { recursive: true });
if (option === "--all") {
  for (const language of chosen.length > 0 ? chosen : Object.keys(locales)) {
    for (const store of Object.keys(stores)) await forLooking(language, store);
  }
} else {
  for (const language of ["en", "fa"]) await forReadme(language);
}
