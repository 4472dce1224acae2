import { Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import { MoreButton } from "@/shared/ui/more-button";
import { EmptyNote, ListSkeleton, Loaded } from "@/shared/ui/states";
import { customersQuery } from "../api/customers";
import type { ColumnName } from "../model/columns";
import { type CustomerSearch, isFiltered, type Sort } from "../model/customer-search";
import type { StoreShows } from "../model/store-shows";
import { CustomerCards } from "./customer-cards";
import { CustomerTable } from "./customer-table";

interface CustomerListProps {
  search: CustomerSearch;
  columns: readonly ColumnName[];
  store: StoreShows;
  onSort: (sort: Sort) => void;
  /** The way out of a store without customers. */
  bring: ReactNode;
}

export function CustomerList({ search, columns, store, onSort, bring }: CustomerListProps) {
  const query = useInfiniteQuery(customersQuery(search));
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  return (
    <Loaded query={query} skeleton={<ListSkeleton rows={10} />}>
      {({ pages }) => {
        const customers = pages.flatMap((page) => page.items);
        if (customers.length === 0 && !query.hasNextPage) {
          return <Nobody search={search} bring={bring} />;
        }
        return (
          <div aria-busy={query.isPlaceholderData}>
            {isPhone ? (
              <CustomerCards customers={customers} store={store} />
            ) : (
              <CustomerTable
                customers={customers}
                columns={columns}
                store={store}
                sort={search.sort}
                onSort={onSort}
              />
            )}
            <MoreButton query={query} />
          </div>
        );
      }}
    </Loaded>
  );
}

function Nobody({ search, bring }: Pick<CustomerListProps, "search" | "bring">) {
  const t = useText();
  const asked = search.q !== undefined || isFiltered(search);
  const key = asked ? "none" : "empty";
  return (
    <EmptyNote icon={asked ? "search" : "customers"} title={t(`web.customers.${key}`)}>
      <Text c="dimmed">{t(`web.customers.${key}_about`)}</Text>
      {!asked && bring}
    </EmptyNote>
  );
}
