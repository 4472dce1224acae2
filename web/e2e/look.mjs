import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const allWidths = [360, 1280];
const themes = ["light", "dark"];
const height = 800;

/**
 * Looks at the page as it stands: axe in both themes and widths, nothing wider than the window, and
 * a picture of each where a folder is named.
 */
export async function look(page, name, { faults, pictures, language, widths = allWidths }) {
  for (const theme of themes) {
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await settle(page, theme);
      const where = `${name} ${language} ${theme} ${width}px`;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) faults.push(`${where}: ${wide} px wide`);
      faults.push(...(await violations(page)).map((found) => `${where}: ${found}`));
      if (pictures) await picture(page, pictures, `${name}-${language}-${theme}-${width}`);
    }
  }
}

/** The theme is on, and two frames: what a change of theme or width moves has moved. */
async function settle(page, theme) {
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset.mantineColorScheme === wanted,
    theme,
  );
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

async function violations(page) {
  // Through the debugger: the page's policy lets no foreign script in, and shall not.
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((n) => `${n.target.join(" ")} (${n.any[0]?.message ?? ""})`).join("; ")}`,
  );
}

async function picture(page, folder, name) {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
