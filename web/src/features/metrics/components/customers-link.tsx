import { Anchor } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import { type CustomerFilter, customersAt } from "@/shared/lib/paths";

interface CustomersLinkProps {
  filter: CustomerFilter;
  label?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** To the list of those who were counted. */
export function CustomersLink({ filter, label, className, children }: CustomersLinkProps) {
  const navigate = useNavigate();
  const href = customersAt(filter);
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ href });
  };
  return (
    <Anchor
      href={href}
      inherit
      onClick={open}
      {...(label !== undefined && { "aria-label": label })}
      {...(className !== undefined && { className })}
    >
      {children}
    </Anchor>
  );
}
