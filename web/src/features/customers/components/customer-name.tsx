import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import type { CustomerItem } from "../api/customers";

/** The name, or whatever else tells one customer from another; opens the customer's page. */
export function CustomerName({ customer }: { customer: CustomerItem }) {
  const t = useText();
  const name = customer.name ?? customer.email ?? customer.phone;
  return (
    <Anchor
      inherit
      c="inherit"
      renderRoot={(props) => <Link to={paths.customer} params={{ id: customer.id }} {...props} />}
    >
      <bdi>{name ?? t("web.customers.nameless")}</bdi>
    </Anchor>
  );
}
