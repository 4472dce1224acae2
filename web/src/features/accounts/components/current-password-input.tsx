import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";

/** The password one has. */
export function CurrentPasswordInput(props: PasswordInputProps) {
  const t = useText();
  return (
    <PasswordInput
      label={t("web.field.password")}
      autoComplete="current-password"
      dir="ltr"
      required
      {...props}
      visibilityToggleButtonProps={{ "aria-label": t("web.action.show_password") }}
    />
  );
}
