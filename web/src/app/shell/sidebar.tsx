import { AppShell, ScrollArea, Stack, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { Logo } from "@/shared/ui/logo";
import { Destinations } from "./destinations";
import type { Group } from "./navigation";

export function Sidebar({ groups }: { groups: readonly Group[] }) {
  const t = useText();
  return (
    <AppShell.Navbar
      p="md"
      bg="var(--vafa-surface)"
      aria-label={t("web.nav.name")}
      className="no-print"
      visibleFrom="sm"
    >
      <AppShell.Section mb="lg" px={6}>
        <Logo />
      </AppShell.Section>
      <AppShell.Section grow component={ScrollArea}>
        <Stack gap="lg">
          {groups.map((group) => (
            <div key={group.name}>
              <Text size="xs" c="dimmed" fw={600} px={10} mb={6}>
                {t(group.name)}
              </Text>
              <Destinations destinations={group.destinations} />
            </div>
          ))}
        </Stack>
      </AppShell.Section>
    </AppShell.Navbar>
  );
}
