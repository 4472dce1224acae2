/** Every address of the dashboard, once. */
export const paths = {
  today: "/",
  retention: "/retention",
  customers: "/customers",
  who: "/who",
  products: "/products",
  value: "/value",
  customer: "/customers/$id",
  welcome: "/welcome",
  import: "/import",
  exportFrom: "/import/from",
  signIn: "/sign-in",
  setup: "/setup",
  reset: "/reset",
  account: "/account",
  prices: "/settings/prices",
  storeSettings: "/settings/store",
  people: "/settings/people",
  apiKeys: "/settings/api-keys",
  audit: "/settings/audit",
  apiDescription: "/api/openapi.json",
} as const;

/** What the list of customers is narrowed to by those who point at it. */
export interface CustomerFilter {
  /** "55": recency and frequency; "555": revenue, too. */
  rfm?: string;
  group?: string;
  kind?: string;
}

export function customersAt(filter: CustomerFilter): string {
  return `${paths.customers}?${new URLSearchParams({ ...filter })}`;
}

export function customerAt(id: string): string {
  return paths.customer.replace("$id", encodeURIComponent(id));
}
