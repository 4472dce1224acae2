import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useLanguage, useText } from "@/shared/i18n/texts";
import { OneForm } from "@/shared/ui/one-form";
import { useSetup } from "../api/setup";
import { NewPasswordInput } from "./new-password-input";

export function SetupForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useText();
  const locale = useLanguage();
  const setup = useSetup();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "", email: "", password: "" },
  });
  return (
    <OneForm
      form={form}
      label={t("web.setup.title")}
      error={setup.error}
      send={(values) => setup.mutateAsync({ ...values, token, locale }).then(onDone)}
    >
      <TextInput
        label={t("web.field.name")}
        autoComplete="name"
        required
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("web.field.email")}
        type="email"
        autoComplete="username"
        dir="ltr"
        required
        key={form.key("email")}
        {...form.getInputProps("email")}
      />
      <NewPasswordInput
        label={t("web.field.password")}
        key={form.key("password")}
        {...form.getInputProps("password")}
      />
      <Button type="submit" size="md" loading={setup.isPending}>
        {t("web.setup.act")}
      </Button>
    </OneForm>
  );
}
