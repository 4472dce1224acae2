import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import type { CustomerFilter } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { ShareBar } from "@/shared/ui/share-bar";
import type { ShowMoney } from "../model/show-money";
import { CustomersLink } from "./customers-link";
import classes from "./part-row.module.css";

interface PartRowProps {
  name: string;
  filter: CustomerFilter;
  customers: number;
  customersShare: number | null;
  /** In minor units. */
  revenue: number;
  revenueShare: number | null;
  money: ShowMoney;
  /** The shares of the period that this one is compared with, if with any. */
  before?: { customers: number | null; revenue: number | null } | undefined;
  /** What they are, what to do with them. */
  children: ReactNode;
}

/** A part of the customers in words, with how many they are and what they bring. */
export function PartRow(props: PartRowProps) {
  const { name, filter, customers, customersShare, revenue, revenueShare, before } = props;
  const t = useText();
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <CustomersLink filter={filter} className={classes.name}>
          {name}
        </CustomersLink>
        {props.children}
      </div>
      <Figure
        value={t("web.who.customers_count", { count: customers })}
        share={customersShare}
        before={before?.customers}
      />
      <Figure
        value={props.money.withUnit(revenue)}
        exact={props.money.full(revenue)}
        share={revenueShare}
        before={before?.revenue}
      />
    </li>
  );
}

interface FigureProps {
  value: string;
  /** What `value` is rounded from. */
  exact?: string;
  share: number | null;
  before: number | null | undefined;
}

function Figure({ value, exact, share, before }: FigureProps) {
  const t = useText();
  const format = useFormat();
  return (
    <div className={`${classes.figure} numeric`}>
      <p>
        <span title={exact}>{value}</span>
        <span>{share === null ? "–" : format.percent(share)}</span>
      </p>
      <ShareBar share={share ?? 0} />
      {before != null && (
        <span className={classes.before}>
          {t("web.who.was", { share: format.percent(before) })}
        </span>
      )}
    </div>
  );
}
