import { Button, Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ReactNode } from "react";
import { useText } from "@/shared/i18n/texts";
import { Dialog } from "@/shared/ui/dialog";
import { OneForm } from "@/shared/ui/one-form";
import { CurrentPasswordInput } from "./current-password-input";

interface PasswordDialogProps {
  opened: boolean;
  title: string;
  about: ReactNode;
  act: string;
  error: unknown;
  /** With the password that was typed; closes by itself when that succeeds. */
  send: (password: string) => Promise<unknown>;
  onClose: () => void;
}

/** The password again, before what matters. */
export function PasswordDialog(props: PasswordDialogProps) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title}>
      {props.opened && <PasswordForm {...props} />}
    </Dialog>
  );
}

function PasswordForm({ title, about, act, error, send, onClose }: PasswordDialogProps) {
  const t = useText();
  const form = useForm({ mode: "uncontrolled", initialValues: { password: "" } });
  return (
    <OneForm
      form={form}
      label={title}
      error={error}
      send={({ password }) => send(password).then(onClose)}
    >
      <Text>{about}</Text>
      <CurrentPasswordInput
        data-autofocus
        key={form.key("password")}
        {...form.getInputProps("password")}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("web.action.cancel")}
        </Button>
        <Button type="submit" loading={form.submitting}>
          {act}
        </Button>
      </Group>
    </OneForm>
  );
}
