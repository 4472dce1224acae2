import { Group, Paper, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { countQuery } from "@/features/customers/api/customers";
import { ActsBar } from "@/features/customers/components/acts-bar";
import { ColumnMenu } from "@/features/customers/components/column-menu";
import { CustomerFilters } from "@/features/customers/components/customer-filters";
import { CustomerList } from "@/features/customers/components/customer-list";
import { SearchBox } from "@/features/customers/components/search-box";
import { useColumns } from "@/features/customers/components/use-columns";
import {
  type CustomerSearch,
  customerSearch,
  isFiltered,
} from "@/features/customers/model/customer-search";
import type { StoreShows } from "@/features/customers/model/store-shows";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { BringOrders } from "../ingest/bring-orders";
import { useStoreShows } from "./use-store-shows";

/** Who are they, one by one; and what to do with those one has found. */
export function CustomersPage() {
  const t = useText();
  const address = useSearch({ from: `/inside${paths.customers}` });
  // The router mixes in what it does not understand, such as a newsletter's marks on a link.
  const search = useMemo(() => customerSearch(address), [address]);
  const navigate = useNavigate();
  const { data: me } = useQuery(sessionQuery());
  const [columns, setColumns] = useColumns();
  const store = useStoreShows();
  const hasNobody = useHasNobody(search);
  const go = (next: CustomerSearch) =>
    void navigate({ to: paths.customers, search: next, replace: true });
  return (
    <Page title={useHeadline(search, store)} about={t("web.customers.about")}>
      {!hasNobody && (
        <Stack gap="sm" role="search">
          <Group gap="sm" wrap="wrap">
            <SearchBox
              value={search.q ?? ""}
              onSearch={(q) => go({ ...search, q: q === "" ? undefined : q })}
            />
            <ColumnMenu columns={columns} onChange={setColumns} />
          </Group>
          <CustomerFilters
            search={search}
            store={store}
            onChange={(changed) => go({ ...search, ...changed })}
            onClear={() => go({ q: search.q, sort: search.sort })}
          />
        </Stack>
      )}
      {may(me, "customers_export") && <ActsBar search={search} />}
      <Paper withBorder p={{ base: "md", sm: "lg" }}>
        <CustomerList
          search={search}
          columns={columns}
          store={store}
          onSort={(sort) => go({ ...search, sort })}
          bring={<BringOrders />}
        />
      </Paper>
    </Page>
  );
}

/** A store without customers has nobody to search for. */
function useHasNobody(search: CustomerSearch): boolean {
  const { data, isPlaceholderData } = useQuery(countQuery(search));
  const isChosen = search.q !== undefined || isFiltered(search);
  return data?.customers === 0 && !isPlaceholderData && !isChosen;
}

/** How many they are and what they brought; the page's name until that is known. */
function useHeadline(search: CustomerSearch, store: StoreShows): string {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery(countQuery(search));
  if (data === undefined || data.customers === 0) return t("web.nav.customers");
  const chosen = search.q !== undefined || isFiltered(search);
  return t(chosen ? "web.customers.headline_chosen" : "web.customers.headline", {
    count: data.customers,
    money: format.moneyShort(data.spent_minor, data.currency ?? "XXX", store.toman),
  });
}
