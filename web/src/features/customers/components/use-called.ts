import { useText } from "@/shared/i18n/texts";
import type { CustomerItem } from "../api/customers";

type Called = Pick<CustomerItem, "name" | "email" | "phone" | "key">;

/** The name, or whatever else tells one customer from another: at last what the shop calls them. */
export function useCalled(): (customer: Called) => string {
  const t = useText();
  return ({ name, email, phone, key }) =>
    name ??
    email ??
    phone ??
    (key === null ? t("web.customers.nameless") : t("web.customers.called", { key }));
}
