import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

// Also for a machine that compiles meanwhile.
const waitMs = 120_000;

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Debian's Chromium with a profile of its own, in a language: { context, faults, close }. */
export async function openBrowser(origin, locale) {
  const profile = await mkdtemp(join(tmpdir(), "vafa-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: flags,
    locale,
    timezoneId: "Europe/Berlin",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(waitMs);
  const faults = watch(context, origin);
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, faults, close };
}

/** What may never happen: a request to elsewhere, an error on the console. */
export function watch(context, origin) {
  const faults = [];
  context.on("request", (request) => {
    const url = new URL(request.url());
    const leaves = url.protocol.startsWith("http") && url.origin !== origin;
    if (leaves) faults.push(`a request left the host: ${request.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() !== "error" || isRefusal(message)) return;
    faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error()}`));
  return faults;
}

// Chromium logs every refused request; that a wrong password is refused is what the walk wants.
function isRefusal(message) {
  const isStatus = /Failed to load resource: .* status of 4(01|22)/.test(message.text());
  return isStatus && message.location().url.includes("/api/v1/");
}
