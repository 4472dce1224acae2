import { Stack, Table, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Definition } from "@/shared/ui/definition";
import type { CustomerItem } from "../api/customers";
import type { StoreShows } from "../model/store-shows";
import { CustomerCell, PhoneLink } from "./customer-cell";
import { CustomerName } from "./customer-name";

interface SlippingListProps {
  customers: readonly CustomerItem[];
  store: StoreShows;
}

const columns = ["spent", "expected_value", "p_alive", "next_order", "phone"] as const;
const explained = ["expected_value", "p_alive", "next_order"] as const;
type Explained = (typeof explained)[number];
const isExplained = (name: string): name is Explained =>
  explained.some((known) => known === name);

/** Those who are about to be lost, with what each is worth and when to expect them. */
export function SlippingList({ customers, store }: SlippingListProps) {
  const t = useText();
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  if (isPhone) {
    return (
      <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
        {customers.map((customer) => (
          <li key={customer.id} className="row">
            <SlippingCard customer={customer} store={store} />
          </li>
        ))}
      </Stack>
    );
  }
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("web.customers.name")}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} scope="col">
                {isExplained(name) ? (
                  <Definition name={t(`web.customers.${name}`)}>
                    {t(`web.customers.${name}_about`)}
                  </Definition>
                ) : (
                  t(`web.customers.${name}`)
                )}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {customers.map((customer) => (
            <Table.Tr key={customer.id}>
              <Table.Th scope="row" fw={500}>
                <CustomerName customer={customer} />
              </Table.Th>
              {columns.map((name) => (
                <Table.Td key={name}>
                  <CustomerCell customer={customer} column={name} store={store} />
                  {name === "p_alive" && <FellFrom customer={customer} />}
                  {name === "next_order" && <NextRange customer={customer} store={store} />}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function SlippingCard({ customer, store }: { customer: CustomerItem; store: StoreShows }) {
  const t = useText();
  return (
    <Stack gap={4}>
      <Text fw={600} style={{ overflowWrap: "anywhere" }}>
        <CustomerName customer={customer} />
      </Text>
      {(["spent", "expected_value", "p_alive", "next_order"] as const).map((name) => (
        <Text key={name} size="sm" component="div">
          <Text span c="dimmed" inherit>
            {t(`web.customers.${name}`)}:{" "}
          </Text>
          <CustomerCell customer={customer} column={name} store={store} />
        </Text>
      ))}
      {customer.phone !== null && <PhoneLink phone={customer.phone} />}
    </Stack>
  );
}

function FellFrom({ customer }: { customer: CustomerItem }) {
  const t = useText();
  const format = useFormat();
  const before = customer.score?.p_alive_before;
  if (before == null) return null;
  return (
    <Text size="sm" c="dimmed">
      {t("web.customers.fell_from", { before: format.percent(before, 0) })}
    </Text>
  );
}

/** Between which days nine in ten such customers order again. */
export function NextRange({ customer, store }: { customer: CustomerItem; store: StoreShows }) {
  const t = useText();
  const format = useFormat();
  const next = customer.score?.next_order;
  if (next == null) return null;
  return (
    <Text size="sm" c="dimmed">
      {t("web.customers.between", {
        low: format.day(next.low, store.calendar),
        high: format.day(next.high, store.calendar),
      })}
    </Text>
  );
}
