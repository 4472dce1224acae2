import { NativeSelect } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";

interface ChoiceProps<T extends string> {
  label: string;
  value: T | undefined;
  choices: readonly { value: T; label: string }[];
  /** What stands for no choice. */
  none?: string;
  width?: number;
  onChange: (value: T | undefined) => void;
}

/** One of a few, or any. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, choices, none, width = 176, onChange } = props;
  const t = useText();
  return (
    <NativeSelect
      label={label}
      value={value ?? ""}
      data={[{ value: "", label: none ?? t("web.customers.any") }, ...choices]}
      onChange={({ currentTarget }) =>
        onChange(choices.find((choice) => choice.value === currentTarget.value)?.value)
      }
      w={{ base: "calc(50% - 6px)", xs: width }}
    />
  );
}

interface PresenceProps {
  label: string;
  value: boolean | undefined;
  onChange: (value: boolean | undefined) => void;
}

/** Known, unknown, or either. */
export function Presence({ label, value, onChange }: PresenceProps) {
  const t = useText();
  return (
    <Choice
      label={label}
      value={value === undefined ? undefined : value ? "with" : "without"}
      choices={[
        { value: "with", label: t("web.customers.with") },
        { value: "without", label: t("web.customers.without") },
      ]}
      onChange={(chosen) => onChange(chosen === undefined ? undefined : chosen === "with")}
    />
  );
}
