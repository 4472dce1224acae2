import type { Cohort } from "@/features/metrics/model/cohort-map";
import type { components } from "@/shared/api/schema";

type Schemas = components["schemas"];

export function aUser(change: Partial<Schemas["User"]> = {}): Schemas["User"] {
  return {
    id: "usr_1",
    email: "sara@example.com",
    name: "Sara",
    role: "owner",
    locale: "en",
    has_password: true,
    second_factor: false,
    disabled: false,
    signed_in_at: null,
    created_at: "2026-01-02T03:04:05Z",
    ...change,
  };
}

export function aMe(change: Partial<Schemas["Me"]> = {}): Schemas["Me"] {
  return {
    user: aUser(),
    permissions: ["signed_in", "users_read", "users_write", "keys_read", "keys_write"],
    session: "ses_1",
    csrf_token: "token",
    recovery_codes_left: 0,
    languages: ["en", "fa", "ru"],
    ...change,
  };
}

export function aCohort(
  size: number,
  customers: number[],
  incompleteFrom = customers.length,
): Cohort {
  const cells = customers.map((count, offset) => ({
    offset,
    customers: count,
    unbounded_customers: count,
    orders: count,
    purchases: count,
    revenue_minor: count * 100,
    cumulative_revenue_per_customer_minor: 100 * (offset + 1),
    nrr: null,
    complete: offset < incompleteFrom,
  }));
  return { period: "2026-01", size, cells };
}
