import { Button, FileButton, Group, Stack, Text, Textarea } from "@mantine/core";
import type { PriceMonth } from "@/shared/api/board";
import { useText } from "@/shared/i18n/texts";
import type { Calendar } from "@/shared/lib/format";
import { rememberDraft } from "@/shared/lib/remember";
import { useDraft } from "@/shared/lib/use-draft";
import { useFormat } from "@/shared/lib/use-format";
import { Section } from "@/shared/ui/section";
import { ErrorNote } from "@/shared/ui/states";
import { useToast } from "@/shared/ui/toast";
import { useReplacePrices } from "../api/changes";
import { pricesAsText, typedPrices } from "../model/typed-prices";

const shownFaults = 5;

const examples: Record<Calendar, string> = {
  gregorian: "2026-01\t300\n2026-02\t312.5",
  persian: "1404-01\t300\n1404-02\t312.5",
};

interface PriceSectionProps {
  months: readonly PriceMonth[];
  /** The store's. */
  calendar: Calendar;
}

/** The price index as it is typed, pasted or read from a file, and kept whole. */
export function PriceSection({ months, calendar }: PriceSectionProps) {
  const t = useText();
  const format = useFormat();
  const toast = useToast();
  const replace = useReplacePrices();
  const [text, setText] = useDraft("prices", pricesAsText(months));
  const read = typedPrices(text);
  const count = read.months.length;
  const nothingToDo = count === 0 && months.length === 0;
  const keep = () =>
    replace.mutate(read.months, {
      onSuccess: () => {
        rememberDraft("prices", "");
        toast(t("web.prices.kept", { count }));
      },
    });
  return (
    <Section title={t("web.prices.enter")} about={t("web.prices.enter_about")}>
      <Textarea
        label={t("web.prices.table")}
        placeholder={examples[calendar]}
        dir="ltr"
        rows={8}
        maw={420}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        styles={{
          input: { direction: "ltr", textAlign: "left", fontVariantNumeric: "tabular-nums" },
        }}
      />
      {read.faults.length > 0 && (
        <Stack gap={2} role="alert">
          <Text c="var(--mantine-color-error)" size="sm">
            {t("web.prices.faults", { count: read.faults.length })}
          </Text>
          {read.faults.slice(0, shownFaults).map(({ line, text: words }) => (
            <Text key={line} size="sm" c="dimmed">
              {format.number(line)}: <bdi>{words}</bdi>
            </Text>
          ))}
        </Stack>
      )}
      {replace.isError && <ErrorNote error={replace.error} />}
      <Group gap="sm">
        <Button
          onClick={keep}
          loading={replace.isPending}
          disabled={read.faults.length > 0 || nothingToDo}
        >
          {count === 0 && !nothingToDo
            ? t("web.prices.end")
            : t("web.prices.keep", { count })}
        </Button>
        <FileButton
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={(file) => void file?.text().then(setText)}
        >
          {(props) => (
            <Button variant="default" {...props}>
              {t("web.prices.file")}
            </Button>
          )}
        </FileButton>
      </Group>
    </Section>
  );
}
