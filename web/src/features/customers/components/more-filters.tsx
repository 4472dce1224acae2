import { Checkbox, Group } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { channels, type CustomerSearch } from "../model/customer-search";
import type { StoreShows } from "../model/store-shows";
import { Choice, Presence } from "./choice";
import { AmountField, OptionalDay } from "./typed-fields";

interface MoreFiltersProps {
  search: CustomerSearch;
  store: StoreShows;
  onChange: (changed: Partial<CustomerSearch>) => void;
}

export function MoreFilters({ search, store, onChange }: MoreFiltersProps) {
  const t = useText();
  const { unit } = store;
  const spent = search.min_spent_minor;
  return (
    <Group align="flex-end" gap="sm">
      <AmountField
        label={t("web.customers.min_orders")}
        value={search.min_orders}
        onChange={(count) => onChange({ min_orders: count && Math.ceil(count) })}
      />
      <AmountField
        label={t("web.customers.min_spent", { unit: unit.name })}
        value={spent === undefined ? undefined : spent / unit.minor}
        onChange={(amount) =>
          onChange({ min_spent_minor: amount && Math.round(amount * unit.minor) })
        }
      />
      <OptionalDay
        label={t("web.customers.last_from")}
        value={search.last_from}
        calendar={store.calendar}
        onChange={(last_from) => onChange({ last_from })}
      />
      <OptionalDay
        label={t("web.customers.last_to")}
        value={search.last_to}
        calendar={store.calendar}
        onChange={(last_to) => onChange({ last_to })}
      />
      <Presence
        label={t("web.customers.phone")}
        value={search.has_phone}
        onChange={(has_phone) => onChange({ has_phone })}
      />
      <Presence
        label={t("web.customers.email")}
        value={search.has_email}
        onChange={(has_email) => onChange({ has_email })}
      />
      <Choice
        label={t("web.customers.consent")}
        value={search.consent}
        choices={channels.map((value) => ({
          value,
          label: t(`web.customers.consent_of_${value}`),
        }))}
        onChange={(consent) => onChange({ consent })}
      />
      <AmountField
        label={t("web.customers.min_value", { unit: unit.name })}
        value={
          search.min_value_minor === undefined ? undefined : search.min_value_minor / unit.minor
        }
        onChange={(amount) =>
          onChange({ min_value_minor: amount && Math.round(amount * unit.minor) })
        }
      />
      <AmountField
        label={t("web.customers.min_alive")}
        value={search.min_alive_percent}
        onChange={(percent) => onChange({ min_alive_percent: percentOf(percent) })}
      />
      <AmountField
        label={t("web.customers.max_alive")}
        value={search.max_alive_percent}
        onChange={(percent) => onChange({ max_alive_percent: percentOf(percent) })}
      />
      <Checkbox
        label={t("web.customers.slipping_only")}
        checked={search.slipping ?? false}
        pb={10}
        onChange={({ currentTarget }) => onChange({ slipping: currentTarget.checked || undefined })}
      />
      <Checkbox
        label={t("web.customers.overdue_only")}
        checked={search.overdue ?? false}
        pb={10}
        onChange={({ currentTarget }) => onChange({ overdue: currentTarget.checked || undefined })}
      />
    </Group>
  );
}

const whole = 100;

function percentOf(typed: number | undefined): number | undefined {
  return typed === undefined ? undefined : Math.min(whole, Math.round(typed));
}
