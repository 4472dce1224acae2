import { Button, Group, Paper, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import { exportAddress } from "@/features/customers/api/customers";
import { ColumnMenu } from "@/features/customers/components/column-menu";
import { CustomerFilters } from "@/features/customers/components/customer-filters";
import { CustomerList } from "@/features/customers/components/customer-list";
import { SearchBox } from "@/features/customers/components/search-box";
import { useColumns } from "@/features/customers/components/use-columns";
import type { CustomerSearch } from "@/features/customers/model/customer-search";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { Icon } from "@/shared/ui/icon";
import { Page } from "@/shared/ui/page";

/** Who are they, one by one; and what to do with those one has found. */
export function CustomersPage() {
  const t = useText();
  const search = useSearch({ from: `/inside${paths.customers}` });
  const navigate = useNavigate();
  const { data: me } = useQuery(sessionQuery());
  const settings = useQuery({ ...settingsQuery(), enabled: may(me, "settings_read") });
  const [columns, setColumns] = useColumns();
  const store = {
    toman: settings.data?.show_toman ?? false,
    timeZone: settings.data?.time_zone ?? "UTC",
  };
  const go = (next: CustomerSearch) =>
    void navigate({ to: paths.customers, search: next, replace: true });
  return (
    <Page title={t("web.nav.customers")} about={t("web.customers.about")}>
      <Stack gap="sm" role="search">
        <Group gap="sm" wrap="wrap">
          <SearchBox
            value={search.q ?? ""}
            onSearch={(q) => go({ ...search, q: q === "" ? undefined : q })}
          />
          <Group gap="sm">
            <ColumnMenu columns={columns} onChange={setColumns} />
            {may(me, "customers_export") && (
              <Button
                component="a"
                href={exportAddress(search)}
                download
                variant="default"
                leftSection={<Icon name="download" size={18} />}
              >
                {t("web.customers.csv")}
              </Button>
            )}
          </Group>
        </Group>
        <CustomerFilters
          search={search}
          onChange={(changed) => go({ ...search, ...changed })}
          onClear={() => go({ q: search.q })}
        />
      </Stack>
      <Paper withBorder p={{ base: "md", sm: "lg" }}>
        <CustomerList search={search} columns={columns} store={store} />
      </Paper>
    </Page>
  );
}
