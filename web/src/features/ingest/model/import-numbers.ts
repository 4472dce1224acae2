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
  /** Nothing: the file does not say. */
  value: number | string | null;
  as: "count" | "about" | "day" | "money";
}

const count = (name: ImportNumber["name"], value: number): ImportNumber => ({
  name,
  value,
  as: "count",
});

/** What a person compares with what they know, most telling first. */
export function numbersOf(read: ImportSummary): ImportNumber[] {
  const rejected = read.rejected > 0 ? [count("rejected", read.rejected)] : [];
  if (read.kind !== "orders") {
    const all = read.kind === "customers" ? read.customers : read.products;
    return [count(read.kind, all), ...changesOf(read), ...rejected];
  }
  return [
    count("orders", read.orders),
    customersOf(read),
    { name: "first_day", value: read.first_day, as: "day" },
    { name: "last_day", value: read.last_day, as: "day" },
    { name: "total", value: read.revenue_minor, as: "money" },
    { name: "median", value: read.median_order_minor, as: "money" },
    { name: "largest", value: read.largest_order_minor, as: "money" },
    ...rejected,
  ];
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
