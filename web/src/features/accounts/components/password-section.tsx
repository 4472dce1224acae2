import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useText } from "@/shared/i18n/texts";
import { OneForm } from "@/shared/ui/one-form";
import { Section } from "@/shared/ui/section";
import { useToast } from "@/shared/ui/toast";
import { useChangePassword } from "../api/password";
import { CurrentPasswordInput } from "./current-password-input";
import { NewPasswordInput } from "./new-password-input";

export function PasswordSection() {
  const t = useText();
  const toast = useToast();
  const change = useChangePassword();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { password: "", new_password: "" },
  });
  const send = (values: typeof form.values) =>
    change.mutateAsync(values).then(() => {
      form.reset();
      toast(t("web.account.password_changed"));
    });
  return (
    <Section title={t("web.account.password")} about={t("web.account.password_about")}>
      <OneForm form={form} label={t("web.account.password")} error={change.error} send={send}>
        <Stack gap="md" maw={420}>
          <CurrentPasswordInput
            label={t("web.field.current_password")}
            key={form.key("password")}
            {...form.getInputProps("password")}
          />
          <NewPasswordInput
            key={form.key("new_password")}
            {...form.getInputProps("new_password")}
          />
        </Stack>
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t("web.account.change_password")}
          </Button>
        </Group>
      </OneForm>
    </Section>
  );
}
