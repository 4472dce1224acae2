import type { ReactNode } from "react";
import { type CustomerFilter, customersAt } from "@/shared/lib/paths";
import { PlainLink } from "@/shared/ui/plain-link";

interface CustomersLinkProps {
  filter: CustomerFilter;
  label?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** To the list of those who were counted. */
export function CustomersLink({ filter, label, className, children }: CustomersLinkProps) {
  return (
    <PlainLink href={customersAt(filter)} aria-label={label} className={className}>
      {children}
    </PlainLink>
  );
}
