import { customerAt } from "@/shared/lib/paths";
import { PlainLink } from "@/shared/ui/plain-link";
import type { CustomerItem } from "../api/customers";
import { useCalled } from "./use-called";

/** The name, or whatever else tells one customer from another; opens the customer's page. */
export function CustomerName({ customer }: { customer: CustomerItem }) {
  const called = useCalled();
  return (
    <PlainLink c="inherit" href={customerAt(customer.id)}>
      <bdi>{called(customer)}</bdi>
    </PlainLink>
  );
}
