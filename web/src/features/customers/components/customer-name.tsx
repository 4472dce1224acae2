import { useText } from "@/shared/i18n/texts";
import type { CustomerItem } from "../api/customers";

/** The name, or whatever else tells one customer from another. */
export function CustomerName({ customer }: { customer: CustomerItem }) {
  const t = useText();
  const name = customer.name ?? customer.email ?? customer.phone;
  return <bdi>{name ?? t("web.customers.nameless")}</bdi>;
}
