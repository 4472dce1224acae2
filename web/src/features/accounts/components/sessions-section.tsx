import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Icon } from "@/shared/ui/icon";
import { Section } from "@/shared/ui/section";
import { ErrorNote, Loaded } from "@/shared/ui/states";
import { useToast } from "@/shared/ui/toast";
import {
  type DeviceSession,
  sessionsQuery,
  useEndOtherSessions,
  useEndSession,
} from "../api/sessions";
import { deviceOf } from "../model/device-name";

export function SessionsSection() {
  const t = useText();
  const toast = useToast();
  const sessions = useQuery(sessionsQuery());
  const endOthers = useEndOtherSessions();
  const others = sessions.data?.items.filter((session) => !session.current).length ?? 0;
  const actions = others > 0 && (
    <Button
      variant="default"
      loading={endOthers.isPending}
      onClick={() =>
        endOthers.mutate(undefined, { onSuccess: () => toast(t("web.sessions.ended")) })
      }
    >
      {t("web.sessions.end_others", { count: others })}
    </Button>
  );
  return (
    <Section title={t("web.sessions.title")} about={t("web.sessions.about")} actions={actions}>
      {endOthers.error && <ErrorNote error={endOthers.error} />}
      <Loaded query={sessions}>
        {({ items }) => (
          <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function SessionRow({ session }: { session: DeviceSession }) {
  const t = useText();
  const toast = useToast();
  const format = useFormat();
  const end = useEndSession();
  const { browser, system } = deviceOf(session.agent);
  const name =
    browser && system
      ? t("web.sessions.device", { browser, system })
      : (browser ?? system ?? t("web.sessions.unknown_device"));
  return (
    <Group component="li" className="row" justify="space-between" gap="sm">
      <Group gap="md" wrap="nowrap" flex="1 1 240px" align="flex-start">
        <Icon name="device" />
        <Stack gap={2}>
          <Group gap="xs">
            <Text fw={600}>{name}</Text>
            {session.current && <Badge variant="light">{t("web.sessions.this_one")}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {t("web.sessions.seen", { when: format.ago(session.seen_at) })} ·{" "}
            {t("web.sessions.since", { when: format.time(session.created_at) })} ·{" "}
            <bdi>{session.peer}</bdi>
          </Text>
          {end.error && <ErrorNote error={end.error} />}
        </Stack>
      </Group>
      {!session.current && (
        <Button
          variant="default"
          size="xs"
          loading={end.isPending}
          aria-label={t("web.sessions.end_named", { name })}
          onClick={() =>
            end.mutate(session.id, { onSuccess: () => toast(t("web.sessions.ended")) })
          }
        >
          {t("web.sessions.end")}
        </Button>
      )}
    </Group>
  );
}
