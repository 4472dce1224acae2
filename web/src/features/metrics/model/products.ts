import type { Reports } from "../api/reports";
import { fewestCustomers } from "./came-back";
import { shareInterval } from "./interval";
import { oneOf, type ReportSearch, reportSearch } from "./report-search";

export type Products = Reports["products"]["data"];
export type ProductFigures = Products["products"][number];

export const productSorts = ["customers", "rate", "value", "name"] as const;
export type ProductSort = (typeof productSorts)[number];
export const productLists = ["categories", "products"] as const;
export type ProductList = (typeof productLists)[number];

export interface ProductsSearch extends ReportSearch {
  q?: string | undefined;
  sort?: ProductSort | undefined;
}

export function productsSearch(search: Record<string, unknown>): ProductsSearch {
  const q = typeof search.q === "number" ? String(search.q) : search.q;
  const sort = oneOf(productSorts, search.sort);
  return {
    ...reportSearch(search),
    ...(typeof q === "string" && q !== "" && { q }),
    ...(sort && { sort }),
  };
}

/** Categories first, where the store has more than one. */
export function listOf(search: ProductsSearch, data: Products): ProductList {
  const chosen = oneOf(productLists, search.show);
  return chosen ?? (data.categories.length > 1 ? "categories" : "products");
}

/** The keys whose names the page shows. */
export function keysOf({ products }: Products): string[] {
  return products.flatMap(({ value, next }) => [value, ...next.map((after) => after.value)]);
}

export interface ShownProduct extends ProductFigures {
  name: string;
  interval: { low: number; high: number } | null;
  /** Too few customers for a rate to tell anything. */
  tooFew: boolean;
}

export type NameOf = (value: string) => string;

/** The rows that are looked for, in their order; those that tell nothing yet last. */
export function shownProducts(
  figures: readonly ProductFigures[],
  { q = "", sort = "customers" }: ProductsSearch,
  nameOf: NameOf,
): ShownProduct[] {
  const wanted = q.trim().toLowerCase();
  const shown = figures
    .map((one) => ({
      ...one,
      name: nameOf(one.value),
      interval: shareInterval(one.repeat_customers, one.customers),
      tooFew: one.customers < fewestCustomers,
    }))
    .filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
  return shown.sort((a, b) => before(a, b, sort));
}

function before(a: ShownProduct, b: ShownProduct, sort: ProductSort): number {
  if (sort === "name") return a.name.localeCompare(b.name);
  if (sort === "customers") return b.customers - a.customers;
  if (a.tooFew !== b.tooFew) return a.tooFew ? 1 : -1;
  if (sort === "rate") return (b.repeat_purchase_rate ?? 0) - (a.repeat_purchase_rate ?? 0);
  return (b.value_after_year_minor ?? 0) - (a.value_after_year_minor ?? 0);
}

/** The beginning that most return after, where it is surely above the whole store's rate. */
export function standout(shown: readonly ShownProduct[], average: number): ShownProduct | null {
  const sure = shown.filter(({ tooFew, interval }) => !tooFew && (interval?.low ?? 0) > average);
  return sure.reduce<ShownProduct | null>((best, one) => {
    const isBetter = (one.repeat_purchase_rate ?? 0) > (best?.repeat_purchase_rate ?? 0);
    return isBetter ? one : best;
  }, null);
}
