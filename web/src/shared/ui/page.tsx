import { Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "@/shared/i18n/texts";

interface PageProps {
  /** The sentence that answers the page's question, or its name. */
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Names the document and moves focus to the heading, so that a screen reader says where one is. */
export function Page({ title, about, actions, children }: PageProps) {
  const heading = usePageHeading(title);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} maw={680}>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {about !== undefined && <Text c="dimmed">{about}</Text>}
        </Stack>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}

export function usePageHeading(title: string) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = t("web.app.name");
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  useEffect(() => {
    // A field that asked for focus keeps it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
