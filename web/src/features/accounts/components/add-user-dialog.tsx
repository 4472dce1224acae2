import { Button, Group, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { components } from "@/shared/api/schema";
import { useLanguage, useText } from "@/shared/i18n/texts";
import { Dialog } from "@/shared/ui/dialog";
import { OneForm } from "@/shared/ui/one-form";
import { type Role, useAddUser } from "../api/users";
import { LinkShown } from "./link-shown";
import { RoleSelect } from "./role-select";

type Added = components["schemas"]["AddedUser"];

export function AddUserDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText();
  const [added, setAdded] = useState<Added | null>(null);
  const close = () => {
    setAdded(null);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={t("web.people.add")}
      closeOnClickOutside={added === null}
    >
      {added === null ? (
        <AddUserForm onAdded={setAdded} />
      ) : (
        <LinkShown name={added.user.name} link={added.invitation} onClose={close} />
      )}
    </Dialog>
  );
}

function AddUserForm({ onAdded }: { onAdded: (added: Added) => void }) {
  const t = useText();
  const locale = useLanguage();
  const add = useAddUser();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "", email: "", role: "analyst" as Role },
  });
  return (
    <OneForm
      form={form}
      label={t("web.people.add")}
      error={add.error}
      send={(values) => add.mutateAsync({ ...values, locale }).then(onAdded)}
    >
      <TextInput
        label={t("web.field.name")}
        autoComplete="off"
        data-autofocus
        required
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("web.field.email")}
        type="email"
        autoComplete="off"
        dir="ltr"
        required
        key={form.key("email")}
        {...form.getInputProps("email")}
      />
      <RoleSelect key={form.key("role")} {...form.getInputProps("role")} />
      <Group justify="flex-end">
        <Button type="submit" loading={add.isPending}>
          {t("web.people.add_act")}
        </Button>
      </Group>
    </OneForm>
  );
}
