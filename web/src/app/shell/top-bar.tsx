import { AppShell, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Session } from "@/features/accounts/api/session";
import { AccountMenu } from "@/features/accounts/components/account-menu";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import { LanguageMenu } from "@/shared/ui/language-menu";
import { ThemeMenu } from "@/shared/ui/theme-menu";
import { SearchButton } from "./search/search-button";

export function TopBar({ session }: { session: Session | null }) {
  const settings = useQuery({ ...settingsQuery(), enabled: may(session, "settings_read") });
  return (
    <AppShell.Header className="no-print" bg="var(--mantine-color-body)" withBorder={false}>
      <Group h="100%" px={{ base: "md", sm: "lg" }} justify="space-between" wrap="nowrap" gap="xs">
        <Text fw={600} truncate>
          <bdi>{settings.data?.store_name}</bdi>
        </Text>
        <Group gap={4} wrap="nowrap">
          <SearchButton session={session} />
          <LanguageMenu />
          <ThemeMenu />
          {session && <AccountMenu session={session} />}
        </Group>
      </Group>
    </AppShell.Header>
  );
}
