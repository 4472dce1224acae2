import { Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "@/shared/i18n/texts";

interface PageProps {
  /** The sentence that answers the page's question, or its name. */
  title: string;
  /** What the page is called in the window's title, where `title` is a sentence. */
  name?: string;
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Names the document and moves focus to the heading, so that a screen reader says where one is. */
export function Page({ title, name = title, about, actions, children }: PageProps) {
  const heading = usePageHeading(name);
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

export function usePageHeading(page: string) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const app = t("web.app.name");
  useEffect(() => {
    document.title = `${page} · ${app}`;
  }, [page, app]);
  useEffect(() => {
    if (!isWorkedIn()) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

/** Whether focus lies in the page itself: a field that asked for it keeps it. */
function isWorkedIn(): boolean {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return false;
  const main = document.querySelector("main");
  return main === null || (main !== focused && main.contains(focused));
}
