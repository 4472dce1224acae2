import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { CopyButton } from "@/shared/ui/copy-button";
import { Dialog } from "@/shared/ui/dialog";
import { Icon } from "@/shared/ui/icon";

interface RecoveryCodesDialogProps {
  codes: readonly string[] | null;
  onClose: () => void;
}

/** Shown once; closes by its button alone, so that nobody loses them by a stray click. */
export function RecoveryCodesDialog({ codes, onClose }: RecoveryCodesDialogProps) {
  const t = useText();
  return (
    <Dialog
      opened={codes !== null}
      onClose={onClose}
      title={t("web.recovery.title")}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack gap="md">
        <Alert color="yellow" icon={<Icon name="alert" />} c="var(--mantine-color-text)">
          {t("web.recovery.about")}
        </Alert>
        <Paper withBorder p="md" className="print-this">
          <SimpleGrid component="ul" cols={2} m={0} p={0} style={{ listStyle: "none" }}>
            {(codes ?? []).map((code) => (
              <Text component="li" key={code} className="code">
                {code}
              </Text>
            ))}
          </SimpleGrid>
        </Paper>
        <Group justify="space-between">
          <Group gap="sm">
            <CopyButton text={(codes ?? []).join("\n")} />
            <Button
              variant="default"
              leftSection={<Icon name="print" size={16} />}
              onClick={() => window.print()}
            >
              {t("web.action.print")}
            </Button>
          </Group>
          <Button onClick={onClose}>{t("web.recovery.kept")}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
