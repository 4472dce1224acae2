import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLanguage, useText } from "@/shared/i18n/texts";
import { fieldsQuery } from "../api/imports";
import { type ImportKind, fates } from "../model/choices";
import { groupsOf } from "../model/field-groups";

interface MeaningSelectProps {
  column: string;
  kind: ImportKind;
  /** The fields that such an import knows. */
  known: readonly string[];
  value: string;
  onChange: (meaning: string) => void;
}

/** What a column means; its list is searched by typing. */
export function MeaningSelect({ column, kind, known, value, onChange }: MeaningSelectProps) {
  const t = useText();
  const language = useLanguage();
  const { data: titles } = useQuery(fieldsQuery(language));
  const kept = fates.filter(
    (fate) =>
      fate === "ignore" ||
      (kind === "orders" && fate === "order:") ||
      (kind !== "products" && fate === "customer:"),
  );
  const names = { "customer:": "customer", "order:": "order", ignore: "ignore" } as const;
  const data = [
    {
      group: t("web.import.group.no_field"),
      items: kept.map((fate) => ({ value: fate, label: t(`web.import.fate.${names[fate]}`) })),
    },
    ...groupsOf(known).map(({ group, fields }) => ({
      group: t(`web.import.group.${group}`),
      items: fields.map((field) => ({ value: field, label: titles?.get(field) ?? field })),
    })),
  ];
  return (
    <Select
      aria-label={t("web.import.means_of", { column })}
      data={data}
      value={value}
      searchable
      allowDeselect={false}
      maxDropdownHeight={320}
      nothingFoundMessage={t("web.import.no_such_field")}
      onChange={(chosen) => {
        if (chosen !== null && chosen !== value) onChange(chosen);
      }}
    />
  );
}
