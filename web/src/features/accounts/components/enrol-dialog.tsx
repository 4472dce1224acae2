import { Button, Center, Group, List, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { components } from "@/shared/api/schema";
import { useText } from "@/shared/i18n/texts";
import { Dialog } from "@/shared/ui/dialog";
import { OneForm } from "@/shared/ui/one-form";
import { QrCode } from "@/shared/ui/qr-code";
import { Secret } from "@/shared/ui/secret";
import { useConfirmSecondFactor } from "../api/second-factor";
import { CodeInput } from "./code-input";

export type Enrolment = components["schemas"]["SecondFactorSecret"];

interface EnrolDialogProps {
  enrolment: Enrolment | null;
  onClose: () => void;
  onConfirmed: (recoveryCodes: readonly string[]) => void;
}

export function EnrolDialog({ enrolment, onClose, onConfirmed }: EnrolDialogProps) {
  const t = useText();
  return (
    <Dialog
      opened={enrolment !== null}
      onClose={onClose}
      title={t("web.second_factor.enrol")}
      closeOnClickOutside={false}
    >
      {enrolment && <EnrolForm enrolment={enrolment} onConfirmed={onConfirmed} />}
    </Dialog>
  );
}

type EnrolFormProps = { enrolment: Enrolment } & Pick<EnrolDialogProps, "onConfirmed">;

function EnrolForm({ enrolment, onConfirmed }: EnrolFormProps) {
  const t = useText();
  const confirm = useConfirmSecondFactor();
  const form = useForm({ mode: "uncontrolled", initialValues: { code: "" } });
  const send = ({ code }: { code: string }) =>
    confirm.mutateAsync(code).then((answer) => onConfirmed(answer.recovery_codes));
  return (
    <OneForm
      form={form}
      label={t("web.second_factor.enrol")}
      error={confirm.error}
      send={send}
    >
      <List type="ordered" spacing="xs">
        <List.Item>{t("web.second_factor.step_scan")}</List.Item>
        <List.Item>{t("web.second_factor.step_code")}</List.Item>
      </List>
      <Center>
        <QrCode text={enrolment.uri} label={t("web.second_factor.qr")} />
      </Center>
      <Text size="sm" c="dimmed">
        {t("web.second_factor.by_hand")}
      </Text>
      <Secret label={t("web.second_factor.secret")} value={enrolment.secret} />
      <CodeInput data-autofocus key={form.key("code")} {...form.getInputProps("code")} />
      <Group justify="flex-end">
        <Button type="submit" loading={confirm.isPending}>
          {t("web.second_factor.turn_on")}
        </Button>
      </Group>
    </OneForm>
  );
}
