import { Box, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import { LanguageMenu } from "@/shared/ui/language-menu";
import { Logo } from "@/shared/ui/logo";
import { usePageHeading } from "@/shared/ui/page";
import { ThemeMenu } from "@/shared/ui/theme-menu";

/** The frame of the pages before one is signed in. */
export function EntryCard(props: { title: string; about?: ReactNode; children: ReactNode }) {
  const t = useText();
  const heading = usePageHeading(props.title);
  return (
    <Stack mih="100dvh" gap={0}>
      <Group component="header" justify="space-between" p="md">
        <Logo />
        <Group gap="xs" component="nav" aria-label={t("web.app.preferences")}>
          <LanguageMenu />
          <ThemeMenu />
        </Group>
      </Group>
      <Box
        component="main"
        id="main"
        px="md"
        py={{ base: "md", sm: 48 }}
        w="100%"
        maw={472}
        mx="auto"
      >
        <Paper withBorder p={{ base: "md", xs: "xl" }}>
          <Stack gap="lg">
            <Stack gap={6}>
              <Title order={1} size={24} ref={heading} tabIndex={-1}>
                {props.title}
              </Title>
              {props.about !== undefined && <Text c="dimmed">{props.about}</Text>}
            </Stack>
            {props.children}
          </Stack>
        </Paper>
      </Box>
    </Stack>
  );
}
