import { Paper, Text } from "@mantine/core";
import { EmptyNote } from "@/shared/ui/states";
import { BringOrders } from "../ingest/bring-orders";

/** A report page of a store without orders: what would stand here, and the way to it. */
export function NoOrders({ title, about }: { title: string; about: string }) {
  return (
    <Paper withBorder>
      <EmptyNote title={title}>
        <Text c="dimmed">{about}</Text>
        <BringOrders />
      </EmptyNote>
    </Paper>
  );
}
