import { Alert, Button, Center, Skeleton, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Problem } from "@/shared/api/problem";
import { type Translate, useText } from "@/shared/i18n/texts";
import { Icon, type IconName } from "./icon";

/** What happened and what to do, in words; the server's own where it said something. */
export function messageOf(error: unknown, t: Translate): string {
  if (!(error instanceof Problem)) return t("web.error.unexpected");
  if (error.status === 0) return t("web.error.unreachable");
  return error.message || t("web.error.unexpected");
}

const readable = { color: "var(--mantine-color-error)" };

export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText();
  const request = error instanceof Problem && error.status >= 500 ? error.requestId : null;
  return (
    <Alert
      role="alert"
      color="red"
      icon={<Icon name="alert" />}
      title={messageOf(error, t)}
      styles={{ title: readable, icon: readable }}
    >
      <Stack gap="xs" align="flex-start">
        {request !== null && (
          <Text size="sm">
            {t("web.error.request")} <bdi className="code">{request}</bdi>
          </Text>
        )}
        {onRetry && (
          <Button variant="default" size="xs" onClick={onRetry}>
            {t("web.action.retry")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

interface EmptyNoteProps {
  icon?: IconName;
  title: string;
  children?: ReactNode;
}

export function EmptyNote({ icon = "empty", title, children }: EmptyNoteProps) {
  return (
    <Center py="xl" px="md">
      <Stack align="center" gap="sm" maw={460} ta="center">
        <Text c="dimmed" component="span" lh={0}>
          <Icon name={icon} size={40} />
        </Text>
        <Text fw={600}>{title}</Text>
        {children}
      </Stack>
    </Center>
  );
}

/** Rows in the shape of a list that is on its way. */
export function ListSkeleton({ rows = 3 }: { rows?: number }) {
  const t = useText();
  return (
    <Stack gap="sm" role="status" aria-label={t("web.app.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={44} />
      ))}
    </Stack>
  );
}

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A query's three states: on its way, failed with a way to try again, here. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton ?? <ListSkeleton />;
}
