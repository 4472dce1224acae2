import { NativeSelect, Radio, Stack } from "@mantine/core";
import { useLanguage, useText } from "@/shared/i18n/texts";
import { currencies } from "@/shared/lib/currencies";
import { currencyName } from "@/shared/lib/format";
import { toman, type Unit } from "../model/presets";

interface UnitChoiceProps {
  likely: readonly Unit[];
  value: Unit;
  onChange: (unit: Unit) => void;
}

const other = "other";

/** What the store counts in: one of the likely, or any. */
export function UnitChoice({ likely, value, onChange }: UnitChoiceProps) {
  const t = useText();
  const language = useLanguage();
  const rest = ["IRR", toman, ...currencies].filter((unit) => !likely.includes(unit));
  const firstOther = currencies.find((unit) => !likely.includes(unit)) ?? "EUR";
  const isLikely = likely.includes(value);
  const nameOf = (unit: Unit) =>
    unit === toman
      ? t("web.welcome.toman")
      : unit === "IRR"
        ? t("web.welcome.rial")
        : currencyName(language, unit);
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t("web.welcome.unit")}
        description={t("web.welcome.unit_about")}
        value={isLikely ? value : other}
        onChange={(chosen) => onChange(chosen === other ? firstOther : chosen)}
      >
        <Stack gap="xs" mt="xs">
          {likely.map((unit) => (
            <Radio key={unit} value={unit} label={nameOf(unit)} />
          ))}
          <Radio value={other} label={t("web.welcome.other_unit")} />
        </Stack>
      </Radio.Group>
      {!isLikely && (
        <NativeSelect
          maw={320}
          aria-label={t("web.welcome.other_unit")}
          data={rest.map((unit) => ({ value: unit, label: nameOf(unit) }))}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Stack>
  );
}
