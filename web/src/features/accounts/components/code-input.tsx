import { TextInput, type TextInputProps } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";

/** The six digits of an authenticator, in the digits of any keyboard. */
export function CodeInput(props: TextInputProps) {
  const t = useText();
  return (
    <TextInput
      label={t("web.field.code")}
      description={t("web.field.code_from")}
      inputMode="numeric"
      autoComplete="one-time-code"
      dir="ltr"
      maxLength={8}
      required
      {...props}
    />
  );
}
