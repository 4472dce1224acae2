import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import type { CustomerFilter } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { ShareBar } from "@/shared/ui/share-bar";
import { CustomersLink } from "./customers-link";
import classes from "./part-row.module.css";

interface PartRowProps {
  name: string;
  filter: CustomerFilter;
  customers: number;
  customersShare: number | null;
  revenue: string;
  revenueShare: number | null;
  /** What they are, what to do with them. */
  children: ReactNode;
}

/** A part of the customers in words, with how many they are and what they bring. */
export function PartRow(props: PartRowProps) {
  const { name, filter, customers, customersShare, revenue, revenueShare, children } = props;
  const t = useText();
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <CustomersLink filter={filter} className={classes.name}>
          {name}
        </CustomersLink>
        {children}
      </div>
      <Figure value={t("web.who.customers_count", { count: customers })} share={customersShare} />
      <Figure value={revenue} share={revenueShare} />
    </li>
  );
}

function Figure({ value, share }: { value: string; share: number | null }) {
  const format = useFormat();
  return (
    <div className={`${classes.figure} numeric`}>
      <p>
        <span>{value}</span>
        <span>{share === null ? "–" : format.percent(share)}</span>
      </p>
      <ShareBar share={share ?? 0} />
    </div>
  );
}
