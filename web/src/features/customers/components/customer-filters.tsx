import { Badge, Button, Collapse, Group, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Icon } from "@/shared/ui/icon";
import { citiesQuery } from "../api/customers";
import {
  type CustomerSearch,
  groups,
  hiddenFilters,
  isFiltered,
  kinds,
  sorts,
} from "../model/customer-search";
import { rfmShown } from "../model/rfm-shown";
import type { StoreShows } from "../model/store-shows";
import { Choice } from "./choice";
import { MoreFilters } from "./more-filters";
import { useTyped } from "./use-typed";

interface CustomerFiltersProps {
  search: CustomerSearch;
  store: StoreShows;
  onChange: (changed: Partial<CustomerSearch>) => void;
  onClear: () => void;
}

export function CustomerFilters({ search, store, onChange, onClear }: CustomerFiltersProps) {
  const t = useText();
  const format = useFormat();
  const hidden = hiddenFilters(search);
  const [opened, { toggle }] = useDisclosure(hidden > 0);
  return (
    <Stack gap="sm" role="group" aria-label={t("web.customers.filters")}>
      <Group align="flex-end" gap="sm">
        <Choice
          label={t("web.customers.group")}
          value={search.group}
          choices={groups.map((value) => ({ value, label: t(`web.rfm.group_${value}`) }))}
          onChange={(group) => onChange({ group })}
        />
        <Choice
          label={t("web.customers.kind")}
          value={search.kind}
          choices={kinds.map((value) => ({ value, label: t(`web.kind.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
        <CityField city={search.city} onChange={(city) => onChange({ city })} />
        <Choice
          label={t("web.customers.sort")}
          value={search.sort}
          choices={sorts.map((value) => ({ value, label: t(`web.customers.sort_${value}`) }))}
          none={t(`web.customers.sort_${search.q === undefined ? "newest_default" : "match"}`)}
          width={232}
          onChange={(sort) => onChange({ sort })}
        />
        <Button
          variant="default"
          size="md"
          leftSection={<Icon name="filter" size={18} />}
          rightSection={
            hidden > 0 && (
              <Badge variant="light" circle>
                {format.number(hidden)}
              </Badge>
            )
          }
          aria-expanded={opened}
          onClick={toggle}
        >
          {t("web.customers.more_filters")}
        </Button>
        {isFiltered(search) && (
          <Button variant="subtle" size="md" onClick={onClear}>
            {t("web.customers.show_all")}
          </Button>
        )}
      </Group>
      {search.rfm !== undefined && (
        <CellChip rfm={search.rfm} onRemove={() => onChange({ rfm: undefined })} />
      )}
      <Collapse in={opened}>
        <MoreFilters search={search} store={store} onChange={onChange} />
      </Collapse>
    </Stack>
  );
}

const pauseMs = 300;

interface CityFieldProps {
  city: string | undefined;
  onChange: (city: string | undefined) => void;
}

/** Typed, with the store's largest cities as suggestions. */
function CityField({ city, onChange }: CityFieldProps) {
  const t = useText();
  const list = useId();
  const cities = useQuery(citiesQuery());
  const [text, setText] = useTyped(city ?? "", pauseMs, (typed) => onChange(typed || undefined));
  return (
    <>
      <TextInput
        label={t("web.customers.city")}
        value={text}
        list={list}
        onChange={(event) => setText(event.currentTarget.value)}
        w={{ base: "calc(50% - 6px)", xs: 176 }}
      />
      <datalist id={list}>
        {cities.data?.items.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** A cell of the RFM map, as the map's link chose it. */
function CellChip({ rfm, onRemove }: { rfm: string; onRemove: () => void }) {
  const t = useText();
  const format = useFormat();
  return (
    <Button
      variant="light"
      size="sm"
      w="fit-content"
      rightSection={<Icon name="close" size={16} />}
      aria-label={t("web.customers.cell_remove", { rfm })}
      onClick={onRemove}
    >
      {t("web.customers.rfm")}&nbsp;<span className="code">{rfmShown(rfm, format.number)}</span>
    </Button>
  );
}
