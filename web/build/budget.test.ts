import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { firstPageOf, type Script } from "./budget";

function aScript(fileName: string, change: Partial<Script> = {}): Script {
  return { fileName, code: fileName, isEntry: false, imports: [], facadeModuleId: null, ...change };
}

const words = (length: number) => Array.from({ length }, (_, index) => `${index * 7919}`).join();
const scripts = [
  aScript("index.js", { isEntry: true, imports: ["shared.js"] }),
  aScript("shared.js"),
  aScript("today.js", { facadeModuleId: "/x/app/routes/metrics/today.tsx", imports: ["shared.js"] }),
  aScript("people.js", { facadeModuleId: "/x/app/routes/accounts/people.tsx" }),
  aScript("en.js", { facadeModuleId: "\0virtual:texts/en", code: words(10) }),
  aScript("ru.js", { facadeModuleId: "\0virtual:texts/ru", code: words(90) }),
];

test("the first page counts what it loads, once, with the longest language", () => {
  const { files, bytes } = firstPageOf(scripts);
  expect(files).toEqual(["index.js", "shared.js", "today.js", "ru.js"]);
  const sum = scripts
    .filter(({ fileName }) => files.includes(fileName))
    .reduce((total, { code }) => total + gzipSync(code).length, 0);
  expect(bytes).toBe(sum);
});
