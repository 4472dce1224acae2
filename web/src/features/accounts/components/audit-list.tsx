import { Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { MoreButton } from "@/shared/ui/more-button";
import { EmptyNote, ListSkeleton, Loaded } from "@/shared/ui/states";
import { type AuditFilter, auditQuery } from "../api/audit";
import { usersQuery } from "../api/users";
import { AuditRow } from "./audit-row";

export function AuditList({ filter }: { filter: AuditFilter }) {
  const t = useText();
  const audit = useInfiniteQuery(auditQuery(filter));
  const users = useInfiniteQuery(usersQuery());
  const names = new Map(
    users.data?.pages.flatMap((page) => page.items.map((user) => [user.id, user.name] as const)),
  );
  return (
    <Loaded query={audit} skeleton={<ListSkeleton rows={8} />}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) {
          return (
            <EmptyNote icon="log" title={t("web.audit.none")}>
              <Text c="dimmed">{t("web.audit.none_about")}</Text>
            </EmptyNote>
          );
        }
        return (
          <>
            <Stack component="ol" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
              {items.map((entry) => (
                <AuditRow key={entry.id} entry={entry} names={names} />
              ))}
            </Stack>
            <MoreButton query={audit} />
          </>
        );
      }}
    </Loaded>
  );
}
