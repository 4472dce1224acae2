import { Radio, Stack } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { decimals } from "../model/questions";
import type { Asked } from "./question";

interface DecimalQuestionProps extends Asked {
  sample: string | null;
  readAs: string | null;
}

/** Whether "1,234" is a thousand or one and a bit. */
export function DecimalQuestion({ sample, readAs, choices, onChange }: DecimalQuestionProps) {
  const t = useText();
  const about =
    sample === null
      ? t("web.import.decimal_about")
      : readAs === null
        ? t("web.import.decimal_open", { sample })
        : t("web.import.decimal_example", { sample, number: readAs });
  return (
    <Radio.Group
      label={t("web.import.decimal")}
      description={about}
      value={choices.decimal ?? null}
      onChange={(decimal) => onChange({ ...choices, decimal })}
    >
      <Stack gap="xs" mt="xs">
        {decimals.map((mark) => (
          <Radio key={mark} value={mark} label={t(`web.import.decimal.${mark}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
