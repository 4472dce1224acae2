import { Button, Group, NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import type { AuditFilter } from "../api/audit";
import { usersQuery } from "../api/users";
import { auditActions } from "../model/audit-actions";

interface AuditFiltersProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const t = useText();
  const users = useInfiniteQuery(usersQuery());
  const people = users.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <Group align="flex-end" gap="sm" role="search" aria-label={t("web.audit.filters")}>
      <NativeSelect
        label={t("web.audit.actor")}
        value={filter.actor ?? ""}
        data={[
          { value: "", label: t("web.audit.anybody") },
          ...people.map((user) => ({ value: user.id, label: user.name })),
          { value: "local", label: t("web.audit.local") },
        ]}
        onChange={(event) => onChange({ ...filter, actor: event.currentTarget.value || undefined })}
        flex="1 1 200px"
        maw={320}
      />
      <NativeSelect
        label={t("web.audit.action")}
        value={filter.action ?? ""}
        data={[
          { value: "", label: t("web.audit.anything") },
          ...auditActions.map((action) => ({
            value: action,
            label: t(`web.audit.does.${action}`),
          })),
        ]}
        onChange={(event) =>
          onChange({ ...filter, action: event.currentTarget.value || undefined })
        }
        flex="1 1 200px"
        maw={320}
      />
      {isFiltered && (
        <Button variant="default" size="md" onClick={() => onChange({})}>
          {t("web.audit.show_all")}
        </Button>
      )}
    </Group>
  );
}
