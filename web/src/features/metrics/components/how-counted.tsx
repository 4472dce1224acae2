import { Text } from "@mantine/core";
import { useText, useTextOr } from "@/shared/i18n/texts";
import { calendarOfLabel } from "@/shared/lib/days";
import { useFormat } from "@/shared/lib/use-format";
import type { Definition } from "../api/reports";

/** What a report counted, in its own words: every option that was in force stands there. */
export function HowCounted({ definition }: { definition: Definition }) {
  const t = useText();
  const textOr = useTextOr();
  const format = useFormat();
  const { data_end, calendar, time_zone, terms, prices_base: base } = definition;
  return (
    <details>
      <summary>{t("web.report.how_counted")}</summary>
      {terms.map((term) => (
        <Text key={term} size="sm" c="dimmed" mt={6}>
          {textOr(term, term)}
        </Text>
      ))}
      {base !== undefined && (
        <Text size="sm" c="dimmed" mt={6}>
          {t("web.report.prices_base", { month: format.period(base, calendarOfLabel(base)) })}
        </Text>
      )}
      {data_end !== null && (
        <Text size="sm" c="dimmed" mt={6}>
          {t("web.report.frame", { end: format.day(data_end, calendar), zone: time_zone })}
        </Text>
      )}
    </details>
  );
}
