import { Radio, Stack } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import type { ImportSummary } from "../model/choices";
import type { Asked } from "./question";

interface CustomerByQuestionProps extends Asked {
  identities: readonly ImportSummary["identities"][number][];
}

/** Who is a customer: each way with what it would make of the file. */
export function CustomerByQuestion({ identities, choices, onChange }: CustomerByQuestionProps) {
  const t = useText();
  const chosen = identities.find((one) => one.chosen)?.kind ?? null;
  return (
    <Radio.Group
      label={t("web.import.customer_by")}
      description={t("web.import.customer_by_about")}
      value={choices.customer_by ?? chosen}
      onChange={(customer_by) => onChange({ ...choices, customer_by })}
    >
      <Stack gap="xs" mt="xs">
        {identities.map(({ kind, column, customers, orders_without }) => (
          <Radio
            key={kind}
            value={kind}
            label={t(`web.import.customer_by.${kind as "phone"}`, { column })}
            description={[
              t("web.import.customers_by", { count: customers }),
              ...(orders_without > 0
                ? [t("web.import.orders_without", { count: orders_without })]
                : []),
            ].join(" · ")}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
