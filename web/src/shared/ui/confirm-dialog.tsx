import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import { Dialog } from "./dialog";
import { ErrorNote } from "./states";

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will happen, with its numbers and names. */
  children: ReactNode;
  /** The verb of the button. */
  act: string;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Only before what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useText();
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title}>
      <Stack gap="md">
        {props.children}
        {props.error != null && <ErrorNote error={props.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("web.action.cancel")}
          </Button>
          <Button color="red.8" loading={props.busy} onClick={props.onConfirm}>
            {props.act}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
