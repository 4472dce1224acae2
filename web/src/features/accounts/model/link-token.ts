/** The one-time token of a link: behind "#", which browsers send to nobody. */
export function tokenOfHash(hash: string): string | null {
  const text = hash.replace(/^#/, "");
  const token = text.includes("=") ? new URLSearchParams(text).get("token") : text;
  return token === null || token === "" ? null : token;
}
