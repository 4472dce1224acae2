import { Button, Group } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useText } from "@/shared/i18n/texts";
import { Dialog } from "@/shared/ui/dialog";
import { OneForm } from "@/shared/ui/one-form";
import { useToast } from "@/shared/ui/toast";
import { useChangeUser, type User } from "../api/users";
import { RoleSelect } from "./role-select";

export function ChangeRoleDialog({ user, onClose }: { user: User | null; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog
      opened={user !== null}
      onClose={onClose}
      title={t("web.people.role_of", { name: user?.name ?? "" })}
    >
      {user && <RoleForm user={user} onClose={onClose} />}
    </Dialog>
  );
}

function RoleForm({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const change = useChangeUser();
  const form = useForm({ mode: "uncontrolled", initialValues: { role: user.role } });
  const send = ({ role }: { role: User["role"] }) =>
    change.mutateAsync({ id: user.id, role }).then(() => {
      toast(t("web.people.role_changed"));
      onClose();
    });
  return (
    <OneForm form={form} label={t("web.people.change_role")} error={change.error} send={send}>
      <RoleSelect data-autofocus key={form.key("role")} {...form.getInputProps("role")} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("web.action.cancel")}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {t("web.people.change_role")}
        </Button>
      </Group>
    </OneForm>
  );
}
