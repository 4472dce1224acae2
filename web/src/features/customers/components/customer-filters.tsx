import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useText } from "@/shared/i18n/texts";
import { type CustomerSearch, isFiltered } from "../model/customer-search";

interface CustomerFiltersProps {
  search: CustomerSearch;
  onChange: (changed: Partial<CustomerSearch>) => void;
  onClear: () => void;
}

const pauseMs = 300;

export function CustomerFilters({ search, onChange, onClear }: CustomerFiltersProps) {
  const t = useText();
  const changeCity = useDebouncedCallback(
    (city: string) => onChange({ city: city.trim() || undefined }),
    pauseMs,
  );
  return (
    <Group align="flex-end" gap="sm" role="group" aria-label={t("web.customers.filters")}>
      <TextInput
        key={search.city ?? ""}
        label={t("web.customers.city")}
        defaultValue={search.city ?? ""}
        onChange={(event) => changeCity(event.currentTarget.value)}
        w={{ base: "100%", xs: 180 }}
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
      {isFiltered(search) && (
        <Button variant="subtle" size="md" onClick={onClear}>
          {t("web.customers.show_all")}
        </Button>
      )}
    </Group>
  );
}

interface PresenceProps {
  label: string;
  value: boolean | undefined;
  onChange: (value: boolean | undefined) => void;
}

function Presence({ label, value, onChange }: PresenceProps) {
  const t = useText();
  return (
    <NativeSelect
      label={label}
      value={value === undefined ? "" : String(value)}
      data={[
        { value: "", label: t("web.customers.any") },
        { value: "true", label: t("web.customers.with") },
        { value: "false", label: t("web.customers.without") },
      ]}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === "" ? undefined : currentTarget.value === "true")
      }
      w={{ base: "calc(50% - 6px)", xs: 140 }}
    />
  );
}
