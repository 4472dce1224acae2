import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { paths } from "@/shared/lib/paths";
import type { CustomerItem } from "../api/customers";
import { useCalled } from "./use-called";

/** The name, or whatever else tells one customer from another; opens the customer's page. */
export function CustomerName({ customer }: { customer: CustomerItem }) {
  const called = useCalled();
  return (
    <Anchor
      inherit
      c="inherit"
      renderRoot={(props) => <Link to={paths.customer} params={{ id: customer.id }} {...props} />}
    >
      <bdi>{called(customer)}</bdi>
    </Anchor>
  );
}
