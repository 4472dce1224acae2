import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useText } from "@/shared/i18n/texts";
import { typedNumber } from "@/shared/lib/typed-number";
import { useFormat } from "@/shared/lib/use-format";
import { marginOf, percentOf } from "../model/settings-form";

interface MarginFieldProps {
  basisPoints: number;
  error: ReactNode;
  onChange: (basisPoints: number) => void;
}

const most = 100;

/** A share in percent, shown in the digits of the language and typed in any. */
export function MarginField({ basisPoints, error, onChange }: MarginFieldProps) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && percentIn(typed) === null;
  const change = (text: string) => {
    setTyped(text);
    const percent = percentIn(text);
    if (percent !== null) onChange(marginOf(percent));
  };
  return (
    <TextInput
      label={t("web.settings.margin")}
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={t("web.settings.margin_about")}
      inputMode="decimal"
      rightSection="%"
      rightSectionPointerEvents="none"
      value={typed ?? format.number(percentOf(basisPoints), 2)}
      error={isWrong ? t("web.settings.margin_wrong") : error}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}

function percentIn(typed: string): number | null {
  const percent = typedNumber(typed.replace(/[%٪]/g, ""));
  return percent !== null && percent <= most ? percent : null;
}
