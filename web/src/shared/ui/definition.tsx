import { Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import classes from "./definition.module.css";

interface DefinitionProps {
  /** The name of a number, as it stands on the page. */
  name: string;
  /** How it is counted, in a sentence or a few. */
  children: ReactNode;
}

/** A name that tells, when asked, how its number is counted. */
export function Definition({ name, children }: DefinitionProps) {
  const t = useText();
  return (
    <Popover width={300} position="bottom-start" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.name ?? ""}
          aria-label={t("web.definition.of", { name })}
        >
          {name}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown bg="var(--vafa-surface)">
        <Stack gap={6}>
          <Text fw={650} size="sm">
            {name}
          </Text>
          <Text size="sm" component="div" tabIndex={-1} data-autofocus>
            {children}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
