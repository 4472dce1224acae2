import { Box, Drawer, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import { Destinations } from "./destinations";
import type { Group } from "./navigation";
import classes from "./shell.module.css";

const shownTabs = 4;

/** On a phone: the four first jobs, and "more" with all pages. */
export function BottomBar({ groups }: { groups: readonly Group[] }) {
  const t = useText();
  const [opened, { open, close }] = useDisclosure(false);
  const first = groups.flatMap((group) => group.destinations).slice(0, shownTabs);
  return (
    <Box hiddenFrom="sm" className="no-print">
      <nav className={classes.bar} aria-label={t("web.nav.first")}>
        {first.map(({ to, name, short, icon }) => (
          <Link
            key={to}
            to={to}
            className={classes.tab}
            activeOptions={{ exact: to === "/", includeSearch: false }}
          >
            <Icon name={icon} />
            {t(short ?? name)}
          </Link>
        ))}
        <button type="button" className={classes.tab} aria-haspopup="dialog" onClick={open}>
          <Icon name="menu" />
          {t("web.nav.more")}
        </button>
      </nav>
      <Drawer.Root opened={opened} onClose={close} position="bottom" size="auto">
        <Drawer.Overlay />
        <Drawer.Content>
          <Drawer.Header role="none">
            <Drawer.Title fw={650}>{t("web.nav.name")}</Drawer.Title>
            <Drawer.CloseButton aria-label={t("web.action.close")} />
          </Drawer.Header>
          <Drawer.Body>
            <Stack component="nav" gap="lg" pb="md" aria-label={t("web.nav.name")}>
              {groups.map((group) => (
                <div key={group.name}>
                  <Text size="xs" c="dimmed" fw={600} px={10} mb={6}>
                    {t(group.name)}
                  </Text>
                  <Destinations destinations={group.destinations} onChoose={close} />
                </div>
              ))}
            </Stack>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </Box>
  );
}
