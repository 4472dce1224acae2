import type { Plugin } from "vite";

const link = /^\s*<link rel="stylesheet"[^>]*href="\/assets\/[^>]*>\n?/gm;

/**
 * Moves the pages' stylesheet to the end of the body: the browser then paints what stands before it
 * (the sign of the house) without waiting. The script still waits for it, so nothing is drawn bare.
 */
export function withLateStyles(html: string): string {
  const links = html.match(link) ?? [];
  const rest = html.replace(link, "");
  return rest.replace(/^\s*<\/body>/m, (end) => `${links.join("")}${end}`);
}

export function lateStyles(): Plugin {
  return {
    name: "vafa-late-styles",
    apply: "build",
    transformIndexHtml: { order: "post", handler: withLateStyles },
  };
}
