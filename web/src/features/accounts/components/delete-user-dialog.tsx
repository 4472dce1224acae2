import { Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";
import { useToast } from "@/shared/ui/toast";
import { useDeleteUser, type User } from "../api/users";

export function DeleteUserDialog({ user, onClose }: { user: User | null; onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const remove = useDeleteUser();
  const close = () => {
    remove.reset();
    onClose();
  };
  const done = () => {
    toast(t("web.people.deleted"));
    close();
  };
  return (
    <ConfirmDialog
      opened={user !== null}
      title={t("web.people.delete_title", { name: user?.name ?? "" })}
      act={t("web.people.delete")}
      busy={remove.isPending}
      error={remove.error}
      onClose={close}
      onConfirm={() => user && remove.mutate(user.id, { onSuccess: done })}
    >
      <Text>{t("web.people.delete_about")}</Text>
    </ConfirmDialog>
  );
}
