import type { TextKey } from "@/shared/i18n/texts";
import type { Sort } from "./customer-search";

/** What a row of the list can show beside the name, in this order. */
export const columnNames = [
  "key",
  "phone",
  "email",
  "city",
  "orders",
  "spent",
  "first_order",
  "last_order",
  "group",
  "kind",
  "rfm",
  "p_alive",
  "expected_purchases",
  "expected_value",
  "next_order",
] as const;
export type ColumnName = (typeof columnNames)[number];

export const columnTexts: Record<ColumnName, TextKey> = {
  key: "web.customers.key",
  phone: "web.customers.phone",
  email: "web.customers.email",
  city: "web.customers.city",
  orders: "web.customers.orders",
  spent: "web.customers.spent",
  first_order: "web.customers.first_order",
  last_order: "web.customers.last_order",
  group: "web.customers.group",
  kind: "web.customers.kind",
  rfm: "web.customers.rfm",
  p_alive: "web.customers.p_alive",
  expected_purchases: "web.customers.expected_purchases",
  expected_value: "web.customers.expected_value",
  next_order: "web.customers.next_order",
};

/** Amounts and counts stand at the end of their cell, so that digits meet. */
export const numericColumns: ReadonlySet<ColumnName> = new Set([
  "orders",
  "spent",
  "p_alive",
  "expected_purchases",
  "expected_value",
]);

/** Columns that the list can be sorted by. */
export const sortOf: Partial<Record<ColumnName, Sort>> = {
  orders: "orders",
  spent: "spent",
  first_order: "newest",
  last_order: "last_order",
  p_alive: "p_alive",
  expected_value: "value",
};

const shownAtFirst: readonly ColumnName[] = [
  "phone",
  "city",
  "orders",
  "spent",
  "last_order",
  "group",
];

/** As they were kept; whatever is unknown by now is left out. */
export function readColumns(kept: string | null): ColumnName[] {
  if (kept === null) return [...shownAtFirst];
  const names = new Set(kept.split(","));
  return columnNames.filter((name) => names.has(name));
}

export function writeColumns(columns: readonly ColumnName[]): string {
  return columns.join(",");
}
