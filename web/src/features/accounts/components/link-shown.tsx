import { Button, Group, Stack, Text } from "@mantine/core";
import type { components } from "@/shared/api/schema";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Secret } from "@/shared/ui/secret";

interface LinkShownProps {
  name: string;
  link: components["schemas"]["OneTimeLink"];
  onClose: () => void;
}

/** A one-time link, to be handed on by whatever the two people talk with. */
export function LinkShown({ name, link, onClose }: LinkShownProps) {
  const t = useText();
  const format = useFormat();
  return (
    <Stack gap="md">
      <Text>{t("web.people.link_about", { name, when: format.time(link.expires_at) })}</Text>
      <Secret label={t("web.people.link")} value={`${window.location.origin}${link.path}`} />
      <Group justify="flex-end">
        <Button onClick={onClose}>{t("web.action.done")}</Button>
      </Group>
    </Stack>
  );
}
