// How the pages feel over a large store:
//   node e2e/smooth.mjs FOLDER QUESTIONS.json      questions: [{ kind, text }]
// The folder is a store's; an owner is made in it where there is none (`./dev bench pages`).
import { readFileSync } from "node:fs";
import { openBrowser } from "./browser.mjs";
import { createOwner, signIn } from "./owner.mjs";
import { startServerOn } from "./server.mjs";
import { textsOf } from "./texts.mjs";

const [folder, file] = process.argv.slice(2);
if (!folder || !file) throw new Error("usage: node e2e/smooth.mjs FOLDER QUESTIONS.json");
const questions = JSON.parse(readFileSync(file, "utf8"));

const cohorts = 120;
const morePages = 8;
const wheels = 120;
const betweenKeysMs = 80;
// The first question of a server brings all customers into memory.
const firstMs = 900_000;
const frameMs = 1000 / 60;

const t = textsOf("en");
const server = await startServerOn(folder);
const browser = await openBrowser(server.origin, "en-GB");
try {
  const page = browser.context.pages()[0];
  await page.setViewportSize({ width: 1440, height: 900 });
  if (server.link) await createOwner(page, server, t);
  else await signIn(page, server, t);
  console.log(`| search as one types | n | p50 ms | p95 ms | greatest |\n|---|---|---|---|---|`);
  await measureSearch(page);
  console.log(`\n| smoothness | frames | p50 ms | p95 ms | greatest | over 50 ms |\n|---|---|---|---|---|---|`);
  await measureList(page);
  await measureCohorts(page);
  for (const fault of new Set(browser.faults)) console.error(fault);
} finally {
  await browser.close();
  await server.stop();
}

/** From the last key to the list that it asked for, on the screen. */
async function measureSearch(page) {
  await page.goto(`${server.origin}/customers`);
  const box = page.getByRole("searchbox");
  await page.locator("main tbody tr").first().waitFor({ timeout: firstMs });
  const times = new Map([["all", []]]);
  for (const { kind, text } of questions) {
    await box.fill("");
    await page.waitForFunction(() => !location.search.includes("q="));
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => performance.clearResourceTimings());
    await box.pressSequentially(text.slice(0, -1), { delay: betweenKeysMs });
    await page.evaluate(watchFor, text);
    await page.keyboard.insertText(text.slice(-1));
    const ms = await page.evaluate(() => window.answerShown);
    times.get("all").push(ms);
    times.set(kind, [...(times.get(kind) ?? []), ms]);
  }
  for (const [kind, all] of times) {
    const [p50, p95] = [0.5, 0.95].map((part) => Math.round(quantile(all, part)));
    console.log(`| ${kind} | ${all.length} | ${p50} | ${p95} | ${Math.round(Math.max(...all))} |`);
  }
}

/** In the page: `answerShown`, milliseconds from the next input to the frame with its answer. */
function watchFor(text) {
  const isAsked = ({ name }) =>
    name.includes("/api/v1/customers?") && new URL(name).searchParams.get("q") === text;
  window.answerShown = new Promise((resolve) => {
    addEventListener("input", () => waitFrom(performance.now()), { once: true, capture: true });
    function waitFrom(begin) {
      const answer = performance.getEntriesByType("resource").find(isAsked);
      const list = document.querySelector("main [aria-busy]");
      const isThere = answer?.responseEnd > 0 && list?.getAttribute("aria-busy") !== "true";
      // The frame after the one that draws it.
      if (isThere) requestAnimationFrame(() => resolve(performance.now() - begin));
      else requestAnimationFrame(() => waitFrom(begin));
    }
  });
}

async function measureList(page) {
  await page.goto(`${server.origin}/customers`);
  const rows = page.locator("main tbody tr");
  await rows.first().waitFor();
  for (let more = 0; more < morePages; more += 1) {
    const before = await rows.count();
    await page.getByRole("button", { name: t("web.action.more"), exact: true }).click();
    await page.waitForFunction((n) => document.querySelectorAll("main tbody tr").length > n, before);
  }
  await measureFrames(page, `scrolling ${await rows.count()} customers`, () => scroll(page, 0, 200));
}

async function measureCohorts(page) {
  const to = await page.evaluate(async () => {
    const report = await (await fetch("/api/v1/reports/summary")).json();
    return report.definition.data_end;
  });
  const from = new Date(Date.parse(to) - (cohorts - 1) * 7 * 86_400_000).toISOString().slice(0, 10);
  const begin = Date.now();
  await page.goto(`${server.origin}/retention?by=week&from=${from}&to=${to}`);
  const map = page.locator("main table").first();
  await map.locator("tbody tr").nth(cohorts).waitFor();
  const cells = await map.locator("td[data-offset]").count();
  console.log(`| heat map, ${cells} cells: there after ${Date.now() - begin} ms | | | | | |`);
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  await page.mouse.move(box.x + 400, 500);
  await measureFrames(page, "heat map, moved sideways", () => scroll(page, 100, 0));
  await measureFrames(page, "heat map, scrolled", () => scroll(page, 0, 100));
  await measureFrames(page, "heat map, pointed at", async () => {
    for (let step = 0; step < wheels; step += 1) {
      await page.mouse.move(box.x + 250 + step * 6, 250 + step * 4);
    }
  });
  await map.locator("td[data-offset]").first().focus();
  await measureFrames(page, "heat map, by arrow keys", async () => {
    for (let step = 0; step < wheels; step += 1) {
      await page.keyboard.press(step % 2 === 0 ? "ArrowDown" : "ArrowRight");
    }
  });
}

async function scroll(page, right, down) {
  for (let step = 0; step < wheels; step += 1) await page.mouse.wheel(right, down);
}

/** Times between frames while something is done. */
async function measureFrames(page, name, act) {
  await page.evaluate(() => {
    window.framesSeen = [];
    let last = performance.now();
    const next = (now) => {
      window.framesSeen?.push(now - last);
      last = now;
      if (window.framesSeen) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await act();
  const frames = await page.evaluate(() => {
    const seen = window.framesSeen;
    window.framesSeen = undefined;
    return seen.slice(1);
  });
  const [p50, p95] = [0.5, 0.95].map((part) => quantile(frames, part).toFixed(0));
  const greatest = Math.max(...frames).toFixed(0);
  const late = frames.filter((ms) => ms > 3 * frameMs).length;
  console.log(`| ${name} | ${frames.length} | ${p50} | ${p95} | ${greatest} | ${late} |`);
}

function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
