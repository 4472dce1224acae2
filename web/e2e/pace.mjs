import { openBrowser } from "./browser.mjs";
import { createOwner } from "./owner.mjs";
import { startServer } from "./server.mjs";
import { textsOf } from "./texts.mjs";

// A phone of the middle class on a mobile network.
const slowness = { cpu: 4, latencyMs: 150, bitsASecond: 1_600_000 };
const customers = "1000";

/** First contentful paint of a signed-in owner's first page with nothing kept, and what it loaded. */
export async function measurePace() {
  const server = await startServer(["--customers", customers]);
  const browser = await openBrowser(server.origin, "en-GB");
  try {
    const page = browser.context.pages()[0];
    await createOwner(page, server, textsOf("en"));
    const debug = await browser.context.newCDPSession(page);
    await debug.send("Network.enable");
    await debug.send("Network.clearBrowserCache");
    const bytes = slowness.bitsASecond / 8;
    await debug.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: slowness.latencyMs,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
    await debug.send("Emulation.setCPUThrottlingRate", { rate: slowness.cpu });
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    return await page.evaluate(readTimes);
  } finally {
    await browser.close();
    await server.stop();
  }
}

function readTimes() {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const scripts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"));
  return {
    firstPaintMs: Math.round(paint?.startTime ?? NaN),
    headingMs: Math.round(performance.now()),
    scriptKiB: Math.round(scripts.reduce((sum, one) => sum + one.encodedBodySize, 0) / 1024),
  };
}
