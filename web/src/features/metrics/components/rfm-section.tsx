import { Group, NativeSelect, SegmentedControl, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { EmptyNote, Loaded } from "@/shared/ui/states";
import { type ReportOptions, type Reports, reportQuery } from "../api/reports";
import { rfmMeasures, rfmRows, scores, type Score } from "../model/rfm-map";
import type { MapChoice } from "../model/who-search";
import { HowCounted } from "./how-counted";
import { RfmMap } from "./rfm-map";
import { useMoney } from "./use-money";
import { useSpanWords } from "./use-span-words";

interface RfmSectionProps {
  range: ReportOptions;
  choice: MapChoice;
  onChange: (choice: MapChoice) => void;
  toman: boolean;
}

/** The 5 × 5 map of recency and frequency. */
export function RfmSection({ range, ...rest }: RfmSectionProps) {
  const query = useQuery(reportQuery("rfm", range));
  return <Loaded query={query}>{(report) => <RfmPicture report={report} {...rest} />}</Loaded>;
}

interface RfmPictureProps extends Omit<RfmSectionProps, "range"> {
  report: Reports["rfm"];
}

function RfmPicture({ report, choice, onChange, toman }: RfmPictureProps) {
  const t = useText();
  const { data, definition } = report;
  const { measure, amount } = choice;
  const money = useMoney(definition.currency, toman);
  const table = useRfmTable(report, amount, toman);
  const title = t("web.rfm.title");
  const thresholds = data.thresholds.monetary_minor;
  const words = useSpanWords();
  const controls = thresholds && (
    <Group gap="sm" align="flex-end" className="no-print">
      <SegmentedControl
        aria-label={t("web.rfm.show")}
        value={measure}
        data={rfmMeasures.map((one) => ({ value: one, label: t(`web.rfm.show_${one}`) }))}
        onChange={(one) => onChange({ ...choice, measure: one as MapChoice["measure"] })}
      />
      <NativeSelect
        size="sm"
        aria-label={t("web.rfm.amount")}
        value={amount ?? ""}
        data={[
          { value: "", label: t("web.rfm.amount_all") },
          ...scores.map((score) => ({
            value: String(score),
            label: words.amount(thresholds, score, money),
          })),
        ]}
        onChange={({ currentTarget }) =>
          onChange({ ...choice, amount: scores.find((one) => String(one) === currentTarget.value) })
        }
      />
    </Group>
  );
  const unit = measure === "revenue" && money.unit ? money.unit : null;
  return (
    <ChartSection
      name="rfm"
      title={title}
      about={unit === null ? t("web.rfm.about") : t("web.rfm.about_in", { unit })}
      table={table}
      controls={controls}
    >
      {(onDrawn) =>
        thresholds ? (
          <>
            <RfmMap
              data={data}
              measure={measure}
              amount={amount}
              money={money}
              label={title}
              onDrawn={onDrawn}
            />
            <Text size="sm" c="dimmed">
              {t("web.rfm.fifths")}
            </Text>
            <HowCounted definition={definition} />
          </>
        ) : (
          <EmptyNote title={t("web.rfm.none")}>
            <Text c="dimmed">{t("web.rfm.none_about")}</Text>
          </EmptyNote>
        )
      }
    </ChartSection>
  );
}

function useRfmTable(
  { data, definition }: Reports["rfm"],
  amount: Score | undefined,
  toman: boolean,
): ChartTable {
  const t = useText();
  const format = useFormat();
  const money = useMoney(definition.currency, toman);
  return {
    columns: [
      { name: t("web.rfm.recency"), show: format.number },
      { name: t("web.rfm.frequency"), show: format.number },
      { name: t("web.who.customers"), show: format.number },
      { name: t("web.who.revenue"), show: money.full },
    ],
    rows: rfmRows(data, amount)
      .flat()
      .map(({ recency, frequency, customers, revenue }) => [
        recency,
        frequency,
        customers,
        revenue,
      ]),
  };
}
