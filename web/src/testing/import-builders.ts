import type { Import } from "@/features/ingest/api/imports";
import type { Asked, FilePreview, ImportSummary } from "@/features/ingest/model/choices";

/** For tests: a summary of nothing, changed. */
export function aSummary(change: Partial<ImportSummary> = {}): ImportSummary {
  return {
    import: null,
    kind: "orders",
    rows: 0,
    orders: 0,
    orders_added: 0,
    orders_updated: 0,
    orders_unchanged: 0,
    customers_added: 0,
    customers: 0,
    customers_updated: 0,
    customers_unchanged: 0,
    products: 0,
    products_added: 0,
    products_updated: 0,
    products_unchanged: 0,
    anonymous_orders: 0,
    rejected: 0,
    ignored: 0,
    rejected_file: null,
    seconds: 0,
    currency: "EUR",
    unit: { name: "EUR", minor: 100, told: true },
    first_day: null,
    last_day: null,
    revenue_minor: 0,
    median_order_minor: null,
    largest_order_minor: null,
    columns: [],
    identities: [],
    walk_ins: [],
    statuses: [],
    traits: [],
    dates: [],
    notes: [],
    ...change,
  };
}

export function aPreview(change: Partial<FilePreview> = {}): FilePreview {
  return {
    delimiter: ",",
    encoding: "utf-8",
    sheet: "",
    sheets: [],
    title_rows: 0,
    packed: false,
    has_header: true,
    columns: [],
    rows: [],
    fields: [],
    problem: null,
    problem_field: null,
    problem_key: null,
    problem_params: {},
    notes: [],
    ...change,
  };
}

export function anImport(change: Partial<Import> = {}): Import {
  return {
    id: "imp_1",
    kind: "orders",
    state: "done",
    files: ["orders.csv"],
    uploads: ["upl_1"],
    started_at: "2026-01-02T03:04:05Z",
    finished_at: "2026-01-02T03:04:06Z",
    progress: null,
    result: null,
    problem: null,
    problem_field: null,
    problem_key: null,
    problem_params: {},
    asked: null,
    has_rejected_rows: false,
    undo: null,
    ...change,
  };
}

export function anAsked(change: Partial<Asked> = {}): Asked {
  return {
    uploads: ["upl_1"],
    kind: null,
    preset: null,
    currency: null,
    time_zone: null,
    sheet: null,
    encoding: null,
    calendar: null,
    date_order: null,
    decimal: null,
    accept_unit: null,
    map: null,
    customer_by: null,
    set_aside: null,
    statuses: null,
    traits: null,
    ignore: null,
    no_traits: null,
    ...change,
  };
}
