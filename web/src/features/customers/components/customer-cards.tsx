import { Group, Stack, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { CustomerItem } from "../api/customers";
import type { StoreShows } from "../model/store-shows";
import { CustomerCell, PhoneLink } from "./customer-cell";
import { CustomerName } from "./customer-name";

interface CustomerCardsProps {
  customers: readonly CustomerItem[];
  store: StoreShows;
}

/** On a phone: a card a customer, with what one looks for before calling. */
export function CustomerCards({ customers, store }: CustomerCardsProps) {
  return (
    <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
      {customers.map((customer) => (
        <li key={customer.id} className="row">
          <CustomerCard customer={customer} store={store} />
        </li>
      ))}
    </Stack>
  );
}

function CustomerCard({ customer, store }: { customer: CustomerItem; store: StoreShows }) {
  const t = useText();
  const format = useFormat();
  const last = customer.totals.last_order_at;
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          <CustomerName customer={customer} />
        </Text>
        <Text className="numeric" style={{ whiteSpace: "nowrap" }}>
          <CustomerCell customer={customer} column="spent" store={store} />
        </Text>
      </Group>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {t("web.customers.order_count", { count: customer.totals.orders })}
          {last !== null && <> · {format.date(last, store.timeZone)}</>}
          {customer.city !== null && (
            <>
              {" · "}
              <bdi>{customer.city}</bdi>
            </>
          )}
        </Text>
        {customer.phone !== null && <PhoneLink phone={customer.phone} />}
      </Group>
    </Stack>
  );
}
