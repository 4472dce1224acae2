import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";

/** The password one has. */
export function CurrentPasswordInput(props: PasswordInputProps) {
  const t = useText();
  return (
    <PasswordInput
      label={t("web.field.password")}
      autoComplete="current-password"
      required
      {...props}
      aria-invalid={props.error ? true : undefined} // the library leaves it out
      visibilityToggleButtonProps={{ "aria-label": t("web.action.show_password") }}
    />
  );
}
