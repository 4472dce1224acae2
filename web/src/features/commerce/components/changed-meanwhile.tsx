import { Alert, Button, Stack, Text } from "@mantine/core";
import { Problem } from "@/shared/api/problem";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";

const preconditionFailed = 412;

/** Two people changed the same: whoever was later is told, and nothing was overwritten. */
export function ChangedMeanwhile({ error, onReread }: { error: unknown; onReread: () => void }) {
  const t = useText();
  if (!(error instanceof Problem) || error.status !== preconditionFailed) return null;
  return (
    <Alert color="yellow" icon={<Icon name="people" />} title={t("web.settings.changed")}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t("web.settings.changed_about")}</Text>
        <Button variant="default" size="xs" onClick={onReread}>
          {t("web.settings.reread")}
        </Button>
      </Stack>
    </Alert>
  );
}
