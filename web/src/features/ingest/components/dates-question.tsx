import { Radio, Stack } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import type { Calendar } from "@/shared/lib/format";
import { useFormat } from "@/shared/lib/use-format";
import type { ImportSummary } from "../model/choices";
import { dateOrders } from "../model/questions";
import type { Asked } from "./question";

interface DatesQuestionProps extends Asked {
  dates: ImportSummary["dates"][number] | null;
}

/** Day first or month first, where no date of the column tells. */
export function DatesQuestion({ dates, choices, onChange }: DatesQuestionProps) {
  const t = useText();
  const format = useFormat();
  const about =
    dates === null
      ? t("web.import.dates_about")
      : t("web.import.dates_example", {
          sample: dates.sample,
          day: format.day(dates.read_as, dates.calendar as Calendar),
        });
  return (
    <Radio.Group
      label={t("web.import.dates")}
      description={about}
      value={choices.date_order ?? dates?.order ?? null}
      onChange={(date_order) => onChange({ ...choices, date_order })}
    >
      <Stack gap="xs" mt="xs">
        {dateOrders.map((order) => (
          <Radio key={order} value={order} label={t(`web.import.dates.${order}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
