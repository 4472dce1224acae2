import { Button, Checkbox, Popover, Stack } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import { type ColumnName, columnNames, columnTexts } from "../model/columns";

interface ColumnMenuProps {
  columns: readonly ColumnName[];
  onChange: (columns: ColumnName[]) => void;
}

export function ColumnMenu({ columns, onChange }: ColumnMenuProps) {
  const t = useText();
  const toggle = (name: ColumnName, shown: boolean) =>
    onChange(columnNames.filter((each) => (each === name ? shown : columns.includes(each))));
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button visibleFrom="sm" variant="default" leftSection={<Icon name="columns" size={18} />}>
          {t("web.customers.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown bg="var(--vafa-surface)">
        <Stack gap="sm" role="group" aria-label={t("web.customers.columns")}>
          {columnNames.map((name) => (
            <Checkbox
              key={name}
              label={t(columnTexts[name])}
              checked={columns.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
