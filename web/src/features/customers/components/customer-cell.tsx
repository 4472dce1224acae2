import { Anchor, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { CustomerItem } from "../api/customers";
import type { ColumnName } from "../model/columns";
import { rfmShown } from "../model/rfm-shown";
import type { StoreShows } from "../model/store-shows";

interface CustomerCellProps {
  customer: CustomerItem;
  column: ColumnName;
  store: StoreShows;
}

/** One fact of a customer; what can be reached is a link. */
export function CustomerCell({ customer, column, store }: CustomerCellProps) {
  const format = useFormat();
  const t = useText();
  const { totals, standing, score } = customer;
  const day = (at: string | null) => (at === null ? nothing : format.date(at, store.timeZone));
  switch (column) {
    case "key":
      return customer.key === null ? nothing : <bdi>{customer.key}</bdi>;
    case "phone":
      return customer.phone === null ? nothing : <PhoneLink phone={customer.phone} />;
    case "email":
      return customer.email === null ? (
        nothing
      ) : (
        <Anchor href={`mailto:${customer.email}`} dir="ltr" size="sm">
          {customer.email}
        </Anchor>
      );
    case "city":
      return customer.city === null ? nothing : <bdi>{customer.city}</bdi>;
    case "orders":
      return format.number(totals.orders);
    case "spent":
      return format.money(totals.revenue_minor, totals.currency ?? "XXX", store.toman);
    case "first_order":
      return day(totals.first_order_at);
    case "last_order":
      return day(totals.last_order_at);
    case "group":
      return standing === null ? nothing : t(`web.rfm.group_${standing.group}`);
    case "kind":
      return standing === null ? nothing : t(`web.kind.${standing.kind}`);
    case "rfm":
      if (standing === null) return nothing;
      return <span className="code">{rfmShown(standing.rfm, format.number)}</span>;
    case "p_alive":
      return score === null ? nothing : format.percent(score.p_alive.value, 0);
    case "expected_purchases":
      return score === null ? nothing : format.number(score.expected_purchases.value, 1);
    case "expected_value": {
      const value = score?.expected_value_minor?.value;
      return value === undefined
        ? nothing
        : format.moneyShort(value, totals.currency ?? "XXX", store.toman);
    }
    case "next_order":
      return score?.next_order == null
        ? nothing
        : format.day(score.next_order.value, store.calendar);
  }
}

const nothing = (
  <Text span c="dimmed" inherit>
    –
  </Text>
);

export function PhoneLink({ phone }: { phone: string }) {
  return (
    <Anchor href={`tel:${phone}`} dir="ltr" size="sm" style={{ whiteSpace: "nowrap" }}>
      {phone}
    </Anchor>
  );
}
