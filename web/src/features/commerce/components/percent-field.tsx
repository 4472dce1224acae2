import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { typedNumber } from "@/shared/lib/typed-number";
import { useFormat } from "@/shared/lib/use-format";
import { marginOf, percentOf } from "../model/settings-form";

interface PercentFieldProps {
  label: string;
  description: string;
  /** In percent. */
  most: number;
  basisPoints: number;
  error: ReactNode;
  onChange: (basisPoints: number) => void;
}

/** A share in percent, shown in the digits of the language and typed in any. */
export function PercentField(props: PercentFieldProps) {
  const { label, description, most, basisPoints, error, onChange } = props;
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && percentIn(typed, most) === null;
  const change = (text: string) => {
    setTyped(text);
    const percent = percentIn(text, most);
    if (percent !== null) onChange(marginOf(percent));
  };
  return (
    <TextInput
      label={label}
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={description}
      inputMode="decimal"
      rightSection="%"
      rightSectionPointerEvents="none"
      value={typed ?? format.number(percentOf(basisPoints), 2)}
      error={isWrong ? t("web.settings.percent_wrong", { most }) : error}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}

function percentIn(typed: string, most: number): number | null {
  const percent = typedNumber(typed.replace(/[%٪]/g, ""));
  return percent !== null && percent <= most ? percent : null;
}
