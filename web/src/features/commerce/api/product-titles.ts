import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";

/** What people call a product, by its key; keys without a title are missing. */
export type ProductTitles = Readonly<Record<string, string>>;

const mostKeys = 50; // as the server takes at once
const mostCharacters = 1500; // of an address, before its letters are escaped

export function productTitlesQuery(keys: readonly string[]) {
  const wanted = [...new Set(keys)].sort();
  return queryOptions({
    queryKey: ["products", "titles", wanted],
    queryFn: async ({ signal }): Promise<ProductTitles> => {
      const pages = await Promise.all(
        portionsOf(wanted).map((portion) =>
          api.get("/api/v1/products", { query: { keys: portion }, signal }),
        ),
      );
      const titles: Record<string, string> = {};
      for (const { key, title } of pages.flatMap(({ items }) => items)) {
        if (title !== null) titles[key] ??= title;
      }
      return titles;
    },
    enabled: wanted.length > 0,
  });
}

/** Keys in portions that fit into an address; one with a comma cannot be asked for. */
export function portionsOf(keys: readonly string[]): string[][] {
  const portions: string[][] = [];
  let characters = mostCharacters;
  for (const key of keys) {
    if (key === "" || key.includes(",")) continue;
    const last = portions.at(-1);
    if (last && last.length < mostKeys && characters + key.length <= mostCharacters) {
      last.push(key);
      characters += key.length;
    } else {
      portions.push([key]);
      characters = key.length;
    }
  }
  return portions;
}
