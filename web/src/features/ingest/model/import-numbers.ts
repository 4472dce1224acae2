import type { ImportSummary } from "./choices";

export interface ImportNumber {
  name:
    | "orders"
    | "customers"
    | "products"
    | "first_day"
    | "last_day"
    | "total"
    | "median"
    | "largest"
    | "added"
    | "updated"
    | "unchanged"
    | "rejected";
  value: number | string;
  as: "count" | "about" | "day" | "money";
}

const count = (name: ImportNumber["name"], value: number): ImportNumber => ({
  name,
  value,
  as: "count",
});

/** What a person compares with what they know, most telling first, without what is not known. */
export function numbersOf(read: ImportSummary): ImportNumber[] {
  const rejected = read.rejected > 0 ? [count("rejected", read.rejected)] : [];
  if (read.kind !== "orders") {
    const all = read.kind === "customers" ? read.customers : read.products;
    return [count(read.kind, all), ...changesOf(read), ...rejected];
  }
  // Made-up orders were read from no file.
  const total = read.first_day === null ? null : read.revenue_minor;
  return [
    count("orders", read.orders),
    customersOf(read),
    ...known("first_day", read.first_day, "day"),
    ...known("last_day", read.last_day, "day"),
    ...known("total", total, "money"),
    ...known("median", read.median_order_minor, "money"),
    ...known("largest", read.largest_order_minor, "money"),
    ...rejected,
  ];
}

function known(
  name: ImportNumber["name"],
  value: ImportNumber["value"] | null,
  as: ImportNumber["as"],
): ImportNumber[] {
  return value === null ? [] : [{ name, value, as }];
}

/** By what tells them here; the server counts very many within a percent. */
function customersOf(read: ImportSummary): ImportNumber {
  const chosen = read.identities.find((one) => one.chosen);
  if (!chosen) return count("customers", read.customers_added);
  return { name: "customers", value: chosen.customers, as: chosen.exact ? "count" : "about" };
}

function changesOf(read: ImportSummary): ImportNumber[] {
  if (read.kind === "orders") return [];
  const changes = {
    added: read[`${read.kind}_added`],
    updated: read[`${read.kind}_updated`],
    unchanged: read[`${read.kind}_unchanged`],
  };
  // Before an import nobody knows yet.
  if (changes.added + changes.updated + changes.unchanged === 0) return [];
  return (["added", "updated", "unchanged"] as const).map((name) => count(name, changes[name]));
}
