import type { TextKey } from "@/shared/i18n/texts";

/** What a row of the list can show beside the name, in this order. */
export const columnNames = [
  "phone",
  "email",
  "city",
  "orders",
  "spent",
  "first_order",
  "last_order",
] as const;
export type ColumnName = (typeof columnNames)[number];

export const columnTexts: Record<ColumnName, TextKey> = {
  phone: "web.customers.phone",
  email: "web.customers.email",
  city: "web.customers.city",
  orders: "web.customers.orders",
  spent: "web.customers.spent",
  first_order: "web.customers.first_order",
  last_order: "web.customers.last_order",
};

/** Amounts and counts stand at the end of their cell, so that digits meet. */
export const numericColumns: ReadonlySet<ColumnName> = new Set(["orders", "spent"]);

const shownAtFirst: readonly ColumnName[] = ["phone", "city", "orders", "spent", "last_order"];

/** As they were kept; whatever is unknown by now is left out. */
export function readColumns(kept: string | null): ColumnName[] {
  if (kept === null) return [...shownAtFirst];
  const names = new Set(kept.split(","));
  return columnNames.filter((name) => names.has(name));
}

export function writeColumns(columns: readonly ColumnName[]): string {
  return columns.join(",");
}
