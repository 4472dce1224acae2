import { gzipSync } from "node:zlib";
import type { Plugin, Rollup } from "vite";

/** Compressed, with the texts of one language: what a phone loads before it shows the first page. */
export const firstPageBytes = 250 * 1024;

/** A built script as the bundler tells of it. */
export interface Script {
  fileName: string;
  code: string;
  isEntry: boolean;
  imports: string[];
  facadeModuleId: string | null;
}

const firstPage = "/routes/metrics/today.tsx";
const texts = "virtual:texts/";

/** The scripts of the first page and their compressed bytes, the largest language's texts among them. */
export function firstPageOf(scripts: readonly Script[]): { files: string[]; bytes: number } {
  const byName = new Map(scripts.map((script) => [script.fileName, script]));
  const sizes = new Map(scripts.map(({ fileName, code }) => [fileName, gzipSync(code).length]));
  const size = ({ fileName }: Script) => sizes.get(fileName) ?? 0;
  const files = new Set<string>();
  const take = (script: Script | undefined): void => {
    if (!script || files.has(script.fileName)) return;
    files.add(script.fileName);
    for (const name of script.imports) take(byName.get(name));
  };
  scripts.filter(({ isEntry }) => isEntry).forEach(take);
  scripts.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(firstPage)).forEach(take);
  const languages = scripts.filter(({ facadeModuleId }) => facadeModuleId?.includes(texts));
  take(languages.sort((a, b) => size(b) - size(a))[0]);
  const bytes = [...files].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  return { files: [...files], bytes };
}

/** A script that is no module: the page itself asks for it. */
function asScript({ fileName, source }: Rollup.OutputAsset): Script {
  return { fileName, code: String(source), isEntry: true, imports: [], facadeModuleId: null };
}

/** Fails the build when the first page's script outgrows its budget. */
export function budget(): Plugin {
  return {
    name: "vafa-budget",
    apply: "build",
    generateBundle(_options, bundle) {
      const scripts = Object.values(bundle)
        .filter(({ fileName }) => fileName.endsWith(".js"))
        .map((part) => (part.type === "chunk" ? part : asScript(part)));
      const { files, bytes } = firstPageOf(scripts);
      const said = `the first page's script is ${Math.ceil(bytes / 1024)} KiB compressed`;
      if (bytes > firstPageBytes) {
        this.error(`${said}, more than ${firstPageBytes / 1024} KiB: ${files.join(", ")}`);
      }
      this.info(said);
    },
  };
}
