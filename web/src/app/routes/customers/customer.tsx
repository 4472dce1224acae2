import { Anchor, Skeleton, Stack } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { usersQuery } from "@/features/accounts/api/users";
import { may } from "@/features/accounts/model/permissions";
import { type Customer, customerQuery } from "@/features/customers/api/customer";
import { CustomerNumbers } from "@/features/customers/components/customer-numbers";
import { CustomerScore } from "@/features/customers/components/customer-score";
import { CustomerProfile } from "@/features/customers/components/customer-profile";
import { CustomerTimeline } from "@/features/customers/components/customer-timeline";
import { useCalled } from "@/features/customers/components/use-called";
import type { StoreShows } from "@/features/customers/model/store-shows";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";
import { Loaded } from "@/shared/ui/states";
import { useStoreShows } from "./use-store-shows";

/** One customer: who, what they bought, whether they are late, and what to do about it. */
export function CustomerPage() {
  const t = useText();
  const { id } = useParams({ from: `/inside${paths.customer}` });
  const { data: me } = useQuery(sessionQuery());
  const store = useStoreShows();
  const names = useNames();
  const query = useQuery(customerQuery(id));
  const called = useCalled();
  return (
    <Page
      title={query.data ? called(query.data) : t("web.nav.customers")}
      about={useSentence(query.data, store)}
    >
      <Anchor
        size="sm"
        w="fit-content"
        className="no-print"
        renderRoot={(props) => <Link to={paths.customers} {...props} />}
      >
        {t("web.customer.all")}
      </Anchor>
      <Loaded query={query} skeleton={<Skeleton height={320} />}>
        {(customer) => (
          <Stack gap="lg">
            <CustomerProfile customer={customer} />
            <Section title={t("web.customer.numbers")}>
              <CustomerNumbers customer={customer} store={store} />
            </Section>
            <CustomerScore customer={customer} store={store} />
            {may(me, "orders_read") && (
              <CustomerTimeline
                id={customer.id}
                store={store}
                mayWrite={may(me, "customers_write")}
                names={names}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

/** What people of the store are called, as far as one may know; oneself always. */
function useNames(): ReadonlyMap<string, string> {
  const { data: me } = useQuery(sessionQuery());
  const users = useInfiniteQuery({ ...usersQuery(), enabled: may(me, "users_read") });
  const people = users.data?.pages.flatMap((page) => page.items) ?? [];
  return new Map([...people, ...(me ? [me.user] : [])].map((user) => [user.id, user.name]));
}

/** What one wants to know before calling. */
function useSentence(customer: Customer | undefined, store: StoreShows): string {
  const t = useText();
  const format = useFormat();
  if (customer === undefined) return "";
  const { totals, standing } = customer;
  if (standing === null || totals.orders === 0) return t("web.customer.no_orders");
  const money = format.money(totals.revenue_minor, totals.currency ?? "XXX", store.toman);
  const bought = t("web.customer.bought", { count: totals.orders, money });
  const since = t("web.customer.since_last", { count: standing.days_since_last });
  if (standing.overdue) return `${bought} ${since} ${t("web.customer.late")}`;
  return `${bought} ${since}`;
}
