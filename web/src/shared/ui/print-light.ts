const scheme = "data-mantine-color-scheme";

/** Paper is white: what is printed is light, whatever the page's theme. Call it once. */
export function printLight(): void {
  const { documentElement: html } = document;
  let before: string | null = null;
  addEventListener("beforeprint", () => {
    before = html.getAttribute(scheme);
    html.setAttribute(scheme, "light");
  });
  addEventListener("afterprint", () => {
    if (before !== null) html.setAttribute(scheme, before);
  });
}
