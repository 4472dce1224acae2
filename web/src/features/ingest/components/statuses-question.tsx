import { NativeSelect, SimpleGrid, Stack, Text } from "@mantine/core";
import { useText } from "@/shared/i18n/texts";
import type { ImportSummary } from "../model/choices";
import { statuses } from "../model/questions";
import type { Asked } from "./question";

interface StatusesQuestionProps extends Asked {
  words: readonly ImportSummary["statuses"][number][];
}

/** Words of the shop's own for how an order stands. */
export function StatusesQuestion({ words, choices, onChange }: StatusesQuestionProps) {
  const t = useText();
  return (
    <Stack gap="sm">
      <div>
        <Text fw={500}>{t("web.import.statuses", { count: words.length })}</Text>
        <Text size="xs" c="dimmed">
          {t("web.import.statuses_about")}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
        {words.map(({ word, rows, status }) => (
          <NativeSelect
            key={word}
            label={<bdi>{word}</bdi>}
            description={t("web.import.rows", { count: rows })}
            data={statuses.map((one) => ({ value: one, label: t(`web.import.status.${one}`) }))}
            value={choices.statuses?.[word] ?? status}
            onChange={({ currentTarget }) =>
              onChange({
                ...choices,
                statuses: { ...choices.statuses, [word]: currentTarget.value },
              })
            }
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
