import { Group, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";

export function Logo() {
  const t = useText();
  return (
    <Group gap="xs" wrap="nowrap">
      <img src="/icon.svg" alt="" width={28} height={28} />
      <Text fw={700} size="lg" lh={1.2}>
        {t("web.app.name")}
      </Text>
    </Group>
  );
}
