import { NativeSelect } from "@mantine/core";
import { useLanguage, useText } from "@/shared/i18n/texts";
import { currencies } from "@/shared/lib/currencies";
import { currencyName } from "@/shared/lib/format";
import type { Asked } from "./question";

export function CurrencyQuestion({ choices, onChange }: Asked) {
  const t = useText();
  const language = useLanguage();
  const data = [
    ...(choices.currency === undefined
      ? [{ value: "", label: t("web.import.choose_one"), disabled: true }]
      : []),
    ...currencies.map((code) => ({ value: code, label: currencyName(language, code) })),
    { value: "IRT", label: t("web.import.unit.toman") },
    { value: "IRR", label: t("web.import.unit.rial") },
  ];
  return (
    <NativeSelect
      maw={360}
      label={t("web.import.currency")}
      description={t("web.import.currency_about")}
      data={data}
      value={choices.currency ?? ""}
      onChange={({ currentTarget }) => onChange({ ...choices, currency: currentTarget.value })}
    />
  );
}
