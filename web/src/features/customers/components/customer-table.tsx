import { Table, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import type { CustomerItem } from "../api/customers";
import { type ColumnName, columnTexts, numericColumns } from "../model/columns";
import type { StoreShows } from "../model/store-shows";
import { CustomerCell } from "./customer-cell";
import { CustomerName } from "./customer-name";

interface CustomerTableProps {
  customers: readonly CustomerItem[];
  columns: readonly ColumnName[];
  store: StoreShows;
}

export function CustomerTable({ customers, columns, store }: CustomerTableProps) {
  const t = useText();
  const side = (column: ColumnName) => (numericColumns.has(column) ? "end" : "start");
  return (
    <Table.ScrollContainer minWidth={160 + 120 * columns.length}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("web.customers.name")}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} scope="col" ta={side(column)}>
                <Text span inherit style={{ whiteSpace: "nowrap" }}>
                  {t(columnTexts[column])}
                </Text>
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
              {columns.map((column) => (
                <Table.Td key={column} ta={side(column)}>
                  <CustomerCell customer={customer} column={column} store={store} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
