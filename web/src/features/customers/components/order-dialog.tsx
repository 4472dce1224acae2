import { Group, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Dialog } from "@/shared/ui/dialog";
import { Loaded } from "@/shared/ui/states";
import { type Order, orderQuery } from "../api/customer";
import type { StoreShows } from "../model/store-shows";

interface OrderDialogProps {
  id: string;
  store: StoreShows;
  onClose: () => void;
}

const thousandths = 1000;

/** What was in an order. */
export function OrderDialog({ id, store, onClose }: OrderDialogProps) {
  const t = useText();
  const query = useQuery(orderQuery(id));
  const number = query.data?.order.number ?? "";
  return (
    <Dialog opened onClose={onClose} title={t("web.order.title", { number })}>
      <Loaded query={query}>{(order) => <OrderShown order={order} store={store} />}</Loaded>
    </Dialog>
  );
}

function OrderShown({ order, store }: { order: Order; store: StoreShows }) {
  const t = useText();
  const format = useFormat();
  const money = (minor: number | null) =>
    minor === null ? "–" : format.money(minor, order.order.currency, store.toman);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text c="dimmed">{format.date(order.order.ordered_at, store.timeZone)}</Text>
        <Text>{t(`web.order.status_${order.order.status}`)}</Text>
      </Group>
      {order.lines.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("web.order.product")}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t("web.order.quantity")}
              </Table.Th>
              <Table.Th scope="col" ta="end">
                {t("web.order.amount")}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {order.lines.map((line, index) => (
              <Table.Tr key={index}>
                <Table.Td>
                  <bdi>{line.title ?? line.product ?? "–"}</bdi>
                </Table.Td>
                <Table.Td ta="end">
                  {line.quantity_milli === null
                    ? "–"
                    : format.number(line.quantity_milli / thousandths, 3)}
                </Table.Td>
                <Table.Td ta="end">{money(line.amount_minor)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group justify="space-between">
        <Text fw={600}>{t("web.order.net")}</Text>
        <Text fw={600} className="numeric">
          {money(order.order.net_minor)}
        </Text>
      </Group>
      {!order.order.counts && (
        <Text size="sm" c="dimmed">
          {t("web.order.not_counted")}
        </Text>
      )}
    </Stack>
  );
}
