import { ActionIcon, Badge, Group, Menu, Stack, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Icon } from "@/shared/ui/icon";
import { ErrorNote } from "@/shared/ui/states";
import { useToast } from "@/shared/ui/toast";
import { useChangeUser, type User } from "../api/users";
import type { PersonAct } from "./people-list";

interface PersonRowProps {
  user: User;
  isMe: boolean;
  /** Null: the reader may only look. */
  onAct: ((act: PersonAct) => void) | null;
}

export function PersonRow({ user, isMe, onAct }: PersonRowProps) {
  const t = useText();
  const format = useFormat();
  const toast = useToast();
  const change = useChangeUser();
  const setDisabled = (disabled: boolean) =>
    change.mutate(
      { id: user.id, disabled },
      { onSuccess: () => toast(t(disabled ? "web.people.is_disabled" : "web.people.is_enabled")) },
    );
  return (
    <Group component="li" className="row" justify="space-between" gap="sm" wrap="nowrap">
      <Stack gap={2} flex="1 1 auto" miw={0}>
        <Group gap="xs">
          <Text fw={600}>
            <bdi>{user.name}</bdi>
          </Text>
          <Badge variant="light">{t(`web.role.${user.role}`)}</Badge>
          {isMe && <Badge variant="default">{t("web.people.you")}</Badge>}
          {user.disabled && (
            <Badge variant="default" c="var(--vafa-warm)">
              {t("web.people.disabled")}
            </Badge>
          )}
          {!user.has_password && (
            <Badge variant="default" c="var(--vafa-warm)">
              {t("web.people.invited")}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          <bdi>{user.email}</bdi> ·{" "}
          {user.signed_in_at === null
            ? t("web.people.never_signed_in")
            : t("web.people.signed_in", { when: format.ago(user.signed_in_at) })}
          {user.second_factor && <> · {t("web.people.has_second_factor")}</>}
        </Text>
        {change.error && <ErrorNote error={change.error} />}
      </Stack>
      {onAct && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="default"
              size="lg"
              loading={change.isPending}
              aria-label={t("web.people.acts", { name: user.name })}
            >
              <Icon name="more" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onAct("role")}>{t("web.people.change_role")}</Menu.Item>
            <Menu.Item onClick={() => onAct("link")}>{t("web.people.make_link")}</Menu.Item>
            {user.second_factor && (
              <Menu.Item onClick={() => onAct("drop_factor")}>
                {t("web.people.drop_factor")}
              </Menu.Item>
            )}
            {!isMe && (
              <>
                <Menu.Item onClick={() => setDisabled(!user.disabled)}>
                  {t(user.disabled ? "web.people.enable" : "web.people.disable")}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item c="var(--mantine-color-error)" onClick={() => onAct("delete")}>
                  {t("web.people.delete")}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
