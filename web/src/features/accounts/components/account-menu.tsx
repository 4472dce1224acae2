import { Avatar, Menu, Text, UnstyledButton } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { Icon } from "@/shared/ui/icon";
import { type Session, useSignOut } from "../api/session";

export function AccountMenu({ session }: { session: Session }) {
  const t = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = () =>
    signOut.mutate(undefined, { onSuccess: () => navigate({ to: paths.signIn }) });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton
          aria-label={t("web.nav.account_menu", { name: session.user.name })}
          style={{ borderRadius: "50%" }}
        >
          <Avatar
            size={36}
            styles={{
              placeholder: {
                background: "var(--vafa-accent-soft)",
                color: "var(--vafa-accent-text)",
              },
            }}
          >
            {firstLetter(session.user.name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            <bdi>{session.user.name}</bdi>
          </Text>
          <Text size="xs" truncate>
            <bdi>{session.user.email}</bdi>
          </Text>
        </Menu.Label>
        <Menu.Item
          component={Link}
          to={paths.account}
          leftSection={<Icon name="account" size={16} />}
        >
          {t("web.nav.account")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="out" size={16} />} onClick={leave}>
          {t("web.nav.sign_out")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function firstLetter(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? "";
}
