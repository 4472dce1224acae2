import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";
import { Icon } from "@/shared/ui/icon";
import { MoreButton } from "@/shared/ui/more-button";
import { EmptyNote, Loaded } from "@/shared/ui/states";
import { useToast } from "@/shared/ui/toast";
import { type ApiKey, apiKeysQuery, useRevokeApiKey } from "../api/api-keys";

export function ApiKeyList({ mayChange }: { mayChange: boolean }) {
  const t = useText();
  const keys = useInfiniteQuery(apiKeysQuery());
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  return (
    <Loaded query={keys}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) {
          return (
            <EmptyNote icon="key" title={t("web.api_keys.none")}>
              <Text c="dimmed">{t("web.api_keys.none_about")}</Text>
            </EmptyNote>
          );
        }
        return (
          <>
            <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
              {items.map((key) => (
                <ApiKeyRow key={key.id} apiKey={key} onRevoke={mayChange ? setRevoking : null} />
              ))}
            </Stack>
            <MoreButton query={keys} />
            <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />
          </>
        );
      }}
    </Loaded>
  );
}

interface ApiKeyRowProps {
  apiKey: ApiKey;
  onRevoke: ((key: ApiKey) => void) | null;
}

function ApiKeyRow({ apiKey, onRevoke }: ApiKeyRowProps) {
  const t = useText();
  const format = useFormat();
  return (
    <Group component="li" className="row" justify="space-between" gap="sm">
      <Group gap="md" wrap="nowrap" flex="1 1 260px" align="flex-start">
        <Icon name="key" />
        <Stack gap={2}>
          <Group gap="xs">
            <Text fw={600}>
              <bdi>{apiKey.name}</bdi>
            </Text>
            {apiKey.scopes.map((scope) => (
              <Badge key={scope} variant="light">
                {t(`web.scope.${scope}`)}
              </Badge>
            ))}
          </Group>
          <Text size="sm" c="dimmed">
            <span className="code">{apiKey.hint}…</span> ·{" "}
            {t("web.api_keys.made", { when: format.time(apiKey.created_at) })} ·{" "}
            {apiKey.used_at === null
              ? t("web.api_keys.never_used")
              : t("web.api_keys.used", { when: format.ago(apiKey.used_at) })}
          </Text>
        </Stack>
      </Group>
      {onRevoke && (
        <Button
          variant="default"
          size="xs"
          aria-label={t("web.api_keys.revoke_named", { name: apiKey.name })}
          onClick={() => onRevoke(apiKey)}
        >
          {t("web.api_keys.revoke")}
        </Button>
      )}
    </Group>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey | null; onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const revoke = useRevokeApiKey();
  const close = () => {
    revoke.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={apiKey !== null}
      title={t("web.api_keys.revoke_title", { name: apiKey?.name ?? "" })}
      act={t("web.api_keys.revoke")}
      busy={revoke.isPending}
      error={revoke.error}
      onClose={close}
      onConfirm={() => {
        if (!apiKey) return;
        revoke.mutate(apiKey.id, {
          onSuccess: () => {
            toast(t("web.api_keys.revoked"));
            close();
          },
        });
      }}
    >
      <Text>{t("web.api_keys.revoke_about")}</Text>
    </ConfirmDialog>
  );
}
