import { Table, UnstyledButton } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import type { CustomerItem } from "../api/customers";
import { type ColumnName, columnTexts, numericColumns, sortOf } from "../model/columns";
import type { Sort } from "../model/customer-search";
import type { StoreShows } from "../model/store-shows";
import { CustomerCell } from "./customer-cell";
import { CustomerName } from "./customer-name";
import classes from "./customer-table.module.css";

interface CustomerTableProps {
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
  customers: readonly CustomerItem[];
  columns: readonly ColumnName[];
  store: StoreShows;
}

export function CustomerTable({ sort, onSort, customers, columns, store }: CustomerTableProps) {
  const t = useText();
  const side = (column: ColumnName) => (numericColumns.has(column) ? "end" : "start");
  return (
    <Table.ScrollContainer minWidth={160 + 120 * columns.length}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Heading name={t("web.customers.name")} by="name" sort={sort} onSort={onSort} />
            {columns.map((column) => (
              <Heading
                key={column}
                name={t(columnTexts[column])}
                by={sortOf[column]}
                side={side(column)}
                sort={sort}
                onSort={onSort}
              />
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

interface HeadingProps {
  name: string;
  /** What the list can be sorted by, here. */
  by?: Sort | undefined;
  side?: "start" | "end";
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}

/** A list is sorted one way a column: the greatest, the latest, or by the alphabet. */
function Heading({ name, by, side = "start", sort, onSort }: HeadingProps) {
  const active = by !== undefined && by === sort;
  const direction = by === "name" ? "ascending" : "descending";
  return (
    <Table.Th
      scope="col"
      ta={side}
      className={classes.heading ?? ""}
      {...(active && { "aria-sort": direction })}
    >
      {by === undefined ? (
        name
      ) : (
        <UnstyledButton
          className={classes.sort ?? ""}
          data-active={active || undefined}
          onClick={() => onSort(by)}
        >
          {name}
          <span aria-hidden="true">{by === "name" ? " ↑" : " ↓"}</span>
        </UnstyledButton>
      )}
    </Table.Th>
  );
}
