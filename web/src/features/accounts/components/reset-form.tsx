import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useText } from "@/shared/i18n/texts";
import { OneForm } from "@/shared/ui/one-form";
import { useResetPassword } from "../api/password";
import { NewPasswordInput } from "./new-password-input";

export function ResetForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useText();
  const reset = useResetPassword();
  const form = useForm({ mode: "uncontrolled", initialValues: { password: "" } });
  return (
    <OneForm
      form={form}
      label={t("web.reset.title")}
      error={reset.error}
      send={({ password }) => reset.mutateAsync({ token, password }).then(onDone)}
    >
      <NewPasswordInput key={form.key("password")} {...form.getInputProps("password")} />
      <Button type="submit" size="md" loading={reset.isPending}>
        {t("web.reset.act")}
      </Button>
    </OneForm>
  );
}
