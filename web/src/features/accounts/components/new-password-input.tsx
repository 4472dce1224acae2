import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";

/** Of src/accounts/password_policy.h; the server has the last word. */
export const minPasswordCharacters = 10;

export function NewPasswordInput(props: PasswordInputProps) {
  const t = useText();
  return (
    <PasswordInput
      label={t("web.field.new_password")}
      description={t("web.field.password_rule", { count: minPasswordCharacters })}
      autoComplete="new-password"
      required
      {...props}
      aria-invalid={props.error ? true : undefined} // the library leaves it out
      visibilityToggleButtonProps={{ "aria-label": t("web.action.show_password") }}
    />
  );
}
