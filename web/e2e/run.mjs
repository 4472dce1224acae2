// The dashboard in Debian's Chromium against the real server, from an empty folder, once a language:
//   node e2e/run.mjs [en|fa|ru …]     VAFA_PICTURES=FOLDER takes pictures on the way
import { measurePace } from "./pace.mjs";
import { walk } from "./walk.mjs";

const locales = { en: "en-GB", fa: "fa-IR", ru: "ru-RU" };
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(locales);

let count = 0;
for (const language of chosen) {
  const started = Date.now();
  const faults = await walk(language, locales[language], process.env.VAFA_PICTURES);
  for (const fault of new Set(faults)) console.error(`${language}: ${fault}`);
  count += faults.length;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`e2e ${language}: ${faults.length === 0 ? "good" : "not good"}, ${seconds} s`);
}
const { firstPaintMs, headingMs, scriptKiB } = await measurePace();
console.log(
  `first page on a slow phone: first paint after ${firstPaintMs} ms, heading after ${headingMs} ms, ` +
    `${scriptKiB} KiB of script`,
);
process.exit(count === 0 ? 0 : 1);
