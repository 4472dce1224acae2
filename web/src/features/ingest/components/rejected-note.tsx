import { Alert, Anchor, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";
import type { Import } from "../api/imports";

/** Rows that were set aside, with their reasons in a file to mend and import again. */
export function RejectedNote({ one }: { one: Import }) {
  const t = useText();
  if (!one.has_rejected_rows) return null;
  const address = `/api/v1/imports/${encodeURIComponent(one.id)}/rejected`;
  return (
    <Alert
      color="yellow"
      icon={<Icon name="alert" />}
      title={t("web.import.rejected", { count: one.result?.rejected ?? 0 })}
    >
      <Text size="sm" mb="xs">
        {t("web.import.rejected_about")}
      </Text>
      <Anchor size="sm" fw={600} href={address} download>
        {t("web.import.rejected_download")}
      </Anchor>
    </Alert>
  );
}
