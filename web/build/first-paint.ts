import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rollup } from "vite";

const entry = fileURLToPath(new URL("../src/app/starting/starting.ts", import.meta.url));
const source = fileURLToPath(new URL("../src", import.meta.url));
const name = "starting.js";

const stylesheet = /<link rel="stylesheet"([^>]*href="\/assets\/[^>]*)>/g;

/** The pages' styles are fetched at once and put on by their script: no paint waits for them. */
export function withLateStyles(html: string): string {
  return html.replace(stylesheet, '<link rel="preload" as="style"$1>');
}

/**
 * What the first paint needs: the frame of index.html with /starting.css and a small script that
 * the browser waits for. The content security policy lets none of it stand in the page itself.
 */
export function firstPaint(): Plugin {
  let isBuild = false;
  return {
    name: "vafa-first-paint",
    configResolved(config) {
      isBuild = config.command === "build";
    },
    async buildStart() {
      if (isBuild) this.emitFile({ type: "asset", name, source: await startingScript() });
    },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => {
        if (!bundle) return withScript(html, '<script type="module" src="/src/app/starting/starting.ts">');
        const made = Object.values(bundle).find(
          (part) => part.type === "asset" && part.names.includes(name),
        );
        if (!made) throw new Error(`the bundle has no ${name}`);
        return withScript(withLateStyles(html), `<script src="/${made.fileName}">`);
      },
    },
  };
}

// Before all that is fetched: it is what the paint waits for.
function withScript(html: string, opening: string): string {
  return html.replace('<link rel="icon"', `${opening}</script>\n    $&`);
}

/** One script without imports: a module would not be waited for. */
async function startingScript(): Promise<string> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    resolve: { alias: { "@": source } },
    build: {
      write: false,
      target: "es2022",
      lib: { entry, formats: ["iife"], name: "starting", fileName: "starting" },
    },
  });
  const [{ output }] = (Array.isArray(made) ? made : [made]) as [Rollup.RollupOutput];
  return output[0].code;
}
