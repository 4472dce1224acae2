import { Table, UnstyledButton } from "@mantine/core";
import { memo } from "react";
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
  return (
    <Table.ScrollContainer minWidth={160 + 120 * columns.length}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Heading name={t("web.customers.name")} by="name" sort={sort} onSort={onSort} />
            {columns.map((column) => (
              <Heading
                key={column}
                name={t(columnTexts[column])}
                by={sortOf[column]}
                side={sideOf(column)}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {customers.map((customer) => (
            <CustomerRow key={customer.id} customer={customer} columns={columns} store={store} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface CustomerRowProps {
  customer: CustomerItem;
  columns: readonly ColumnName[];
  store: StoreShows;
}

/**
 * Drawn once for its customer, not again with every letter that is typed above; of plain cells,
 * which are there several times as soon as Mantine's.
 */
const CustomerRow = memo(function CustomerRow({ customer, columns, store }: CustomerRowProps) {
  return (
    <tr className={classes.row}>
      <th scope="row">
        <CustomerName customer={customer} />
      </th>
      {columns.map((column) => (
        <td key={column} data-side={sideOf(column)}>
          <CustomerCell customer={customer} column={column} store={store} />
        </td>
      ))}
    </tr>
  );
});

function sideOf(column: ColumnName): "start" | "end" {
  return numericColumns.has(column) ? "end" : "start";
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
