import { List, Stack, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { type Shop, stepsOf } from "../model/export-guides";

/** How to get the list of orders out of a shop, step by step. */
export function ExportGuide({ shop }: { shop: Shop }) {
  const t = useText();
  return (
    <Stack gap="md">
      <List type="ordered" spacing="xs">
        {stepsOf(shop).map((step) => (
          <List.Item key={step}>{t(step)}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t(`web.export.${shop}.note`)}
      </Text>
    </Stack>
  );
}

