import { Button, Group, Stack, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { Dialog } from "@/shared/ui/dialog";
import { ErrorNote } from "@/shared/ui/states";
import { type User, useMakePasswordLink } from "../api/users";
import { LinkShown } from "./link-shown";

export function PasswordLinkDialog({ user, onClose }: { user: User | null; onClose: () => void }) {
  const t = useText();
  const make = useMakePasswordLink();
  const close = () => {
    make.reset();
    onClose();
  };
  return (
    <Dialog opened={user !== null} onClose={close} title={t("web.people.make_link")}>
      {user && make.data ? (
        <LinkShown name={user.name} link={make.data} onClose={close} />
      ) : (
        <Stack gap="md">
          <Text>{t("web.people.make_link_about", { name: user?.name ?? "" })}</Text>
          {make.error && <ErrorNote error={make.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t("web.action.cancel")}
            </Button>
            <Button loading={make.isPending} onClick={() => user && make.mutate(user.id)}>
              {t("web.people.make_link_act")}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
