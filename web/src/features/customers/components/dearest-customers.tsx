import { Group, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { dearestQuery, type RfmGroup } from "../api/dearest-customers";
import type { StoreShows } from "../model/store-shows";
import { PhoneLink } from "./customer-cell";
import { CustomerName } from "./customer-name";

interface DearestCustomersProps {
  /** Of the RFM map. */
  group: RfmGroup;
  store: StoreShows;
}

/** The few of a group who spent most, by name: whom to call first. */
export function DearestCustomers({ group, store }: DearestCustomersProps) {
  const t = useText();
  const format = useFormat();
  const { data, isError } = useQuery(dearestQuery(group));
  if (isError) return null;
  if (!data) return <Skeleton height={72} my={6} />;
  const known = data.filter(({ name, email, phone, key }) => name ?? email ?? phone ?? key);
  if (known.length === 0) return null;
  return (
    <Group component="ul" gap="xs" m={0} my={6} p={0} style={{ listStyle: "none" }}>
      {known.map((customer) => {
        const { totals, standing, phone } = customer;
        return (
          <Group key={customer.id} component="li" w="100%" justify="space-between" gap="0 8px">
            <Text size="sm" fw={500} component="span">
              <CustomerName customer={customer} />{" "}
              {phone !== null && <PhoneLink phone={phone} />}
            </Text>
            <Text size="sm" c="dimmed" component="span" className="numeric">
              {format.money(totals.revenue_minor, totals.currency ?? "XXX", store.toman)}
              {standing !== null &&
                ` · ${t("web.quiet.days", { count: standing.days_since_last })}`}
            </Text>
          </Group>
        );
      })}
    </Group>
  );
}
