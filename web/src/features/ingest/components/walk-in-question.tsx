import { Radio, Stack } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { ImportSummary } from "../model/choices";
import type { Asked } from "./question";

interface WalkInQuestionProps extends Asked {
  walkIn: ImportSummary["walk_ins"][number];
}

/** One "customer" with a large part of all orders: a person, or nobody in particular? */
export function WalkInQuestion({ walkIn, choices, onChange }: WalkInQuestionProps) {
  const t = useText();
  const format = useFormat();
  const aside = choices.set_aside ?? [];
  const isAside = aside.includes(walkIn.value);
  const answer = (value: string) => {
    const others = aside.filter((one) => one !== walkIn.value);
    onChange({
      ...choices,
      set_aside: value === "nobody" ? [...others, walkIn.value] : others,
    });
  };
  return (
    <Radio.Group
      label={t("web.import.walk_in", { name: walkIn.value })}
      description={t("web.import.walk_in_about", {
        count: walkIn.orders,
        share: format.percent(walkIn.share, 0),
      })}
      value={isAside ? "nobody" : "person"}
      onChange={answer}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="person" label={t("web.import.walk_in.person")} />
        <Radio
          value="nobody"
          label={t("web.import.walk_in.nobody")}
          description={t("web.import.walk_in.nobody_about")}
        />
      </Stack>
    </Radio.Group>
  );
}
