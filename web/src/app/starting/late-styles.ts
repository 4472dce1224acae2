/**
 * Puts on the pages' own styles, which index.html only preloads so that its frame is painted
 * without them (build/first-paint.ts). Ends when they are there, or cannot be had.
 */
export async function putOnStyles(): Promise<void> {
  const preloads = document.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="style"]');
  await Promise.all(Array.from(preloads, putOn));
}

function putOn(preload: HTMLLinkElement): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.crossOrigin = preload.crossOrigin;
  link.href = preload.href;
  return new Promise((resolve) => {
    link.onload = () => resolve();
    link.onerror = () => resolve();
    // Beside the preload, in the head: the theme's own styles, in the body, stand behind it.
    preload.after(link);
  });
}
