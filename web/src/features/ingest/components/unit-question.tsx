import { Radio, Stack } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { moneyUnit } from "@/shared/lib/format";
import { useFormat } from "@/shared/lib/use-format";
import type { Asked } from "./question";

interface UnitQuestionProps extends Asked {
  /** The typical order in the file's own figures. */
  example: number | null;
}

const perToman = 10;

/** Rial or toman: no figure tells, yet a person sees it at once beside an amount they know. */
export function UnitQuestion({ example, choices, onChange }: UnitQuestionProps) {
  const t = useText();
  const format = useFormat();
  const { minor } = moneyUnit("en", "IRR", false);
  const tomans = (amount: number) => format.money(amount * perToman * minor, "IRR", true);
  const says = (unit: "toman" | "rial") => {
    if (example === null) return t(`web.import.unit.${unit}`);
    return unit === "toman"
      ? t("web.import.unit.means_toman", { toman: tomans(example) })
      : t("web.import.unit.means_rial", {
          amount: format.number(example),
          toman: tomans(example / perToman),
        });
  };
  return (
    <Radio.Group
      label={t("web.import.unit")}
      description={
        example === null
          ? t("web.import.unit_about")
          : t("web.import.unit_example", { amount: format.number(example) })
      }
      value={choices.currency ?? null}
      onChange={(currency) => onChange({ ...choices, currency })}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="IRT" label={says("toman")} />
        <Radio value="IRR" label={says("rial")} />
      </Stack>
    </Radio.Group>
  );
}
