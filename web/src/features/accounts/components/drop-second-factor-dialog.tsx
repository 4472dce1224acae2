import { Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";
import { useToast } from "@/shared/ui/toast";
import { useDropSecondFactor, type User } from "../api/users";

interface DropSecondFactorDialogProps {
  user: User | null;
  onClose: () => void;
}

export function DropSecondFactorDialog({ user, onClose }: DropSecondFactorDialogProps) {
  const t = useText();
  const toast = useToast();
  const drop = useDropSecondFactor();
  const close = () => {
    drop.reset();
    onClose();
  };
  const done = () => {
    toast(t("web.second_factor.is_off"));
    close();
  };
  return (
    <ConfirmDialog
      opened={user !== null}
      title={t("web.people.drop_factor_title", { name: user?.name ?? "" })}
      act={t("web.people.drop_factor")}
      busy={drop.isPending}
      error={drop.error}
      onClose={close}
      onConfirm={() => user && drop.mutate(user.id, { onSuccess: done })}
    >
      <Text>{t("web.people.drop_factor_about")}</Text>
    </ConfirmDialog>
  );
}
