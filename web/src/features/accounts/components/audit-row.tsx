import { Group, Stack, Text } from "@mantine/core";
import { useText, useTextOr } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { AuditEntry } from "../api/audit";
import { subjectOf } from "../model/audit-subject";
import { changesBetween } from "../model/changes";

interface AuditRowProps {
  entry: AuditEntry;
  /** What people are called, by id. */
  names: ReadonlyMap<string, string>;
}

export function AuditRow({ entry, names }: AuditRowProps) {
  const t = useText();
  const textOr = useTextOr();
  const format = useFormat();
  const changes = changesBetween(entry.before, entry.after);
  const actor = entry.actor === "local" ? t("web.audit.local") : names.get(entry.actor);
  const subject = subjectOf(entry, names);
  return (
    <Stack component="li" className="row" gap={4}>
      <Group justify="space-between" gap="xs" align="baseline">
        <Text>
          <bdi>
            <b>{actor ?? entry.actor}</b>
          </bdi>
          {" · "}
          {textOr(`web.audit.does.${entry.action}`, entry.action)}
          {subject !== "" && subject !== actor && (
            <>
              {" · "}
              <bdi>{subject}</bdi>
            </>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          <time dateTime={entry.at}>{format.time(entry.at)}</time>
          {entry.peer !== "" && (
            <>
              {" · "}
              <bdi>{entry.peer}</bdi>
            </>
          )}
        </Text>
      </Group>
      {changes.length > 0 && (
        <details>
          <summary>{t("web.audit.changes", { count: changes.length })}</summary>
          <Stack component="ul" gap={2} mt={4} mb={0}>
            {changes.map(({ field, before, after }) => (
              <Text component="li" size="sm" key={field} style={{ overflowWrap: "anywhere" }}>
                <span className="code">{field}</span>:{" "}
                {before !== null && (
                  <del>
                    <bdi>{before}</bdi>
                  </del>
                )}{" "}
                {after !== null && (
                  <ins>
                    <bdi>{after}</bdi>
                  </ins>
                )}
              </Text>
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}
