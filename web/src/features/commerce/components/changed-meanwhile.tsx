import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { Problem } from "@/shared/api/problem";
import { useText } from "@/shared/i18n/texts";
import { Icon } from "@/shared/ui/icon";

const preconditionFailed = 412;

export const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof Problem && error.status === preconditionFailed;

interface ChangedMeanwhileProps {
  /** Who did, where the reader may know. */
  who: string | null;
  onKeep: () => void;
  onTheirs: () => void;
}

/** Two people changed the same: whoever was later is told, and nothing was overwritten. */
export function ChangedMeanwhile({ who, onKeep, onTheirs }: ChangedMeanwhileProps) {
  const t = useText();
  const title =
    who === null ? t("web.settings.changed") : t("web.settings.changed_by", { name: who });
  return (
    <Alert role="alert" color="yellow" icon={<Icon name="people" />} title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t("web.settings.changed_about")}</Text>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={onKeep}>
            {t("web.settings.keep_mine")}
          </Button>
          <Button variant="default" size="xs" onClick={onTheirs}>
            {t("web.settings.take_theirs")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
