import { Group, NativeSelect, SegmentedControl, Text } from "@mantine/core";
import type { ChartTable } from "@/shared/charts/chart-table";
import { ChartSection } from "@/shared/charts/chart-section";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { EmptyNote, Loaded } from "@/shared/ui/states";
import type { Reports } from "../api/reports";
import { type ReportRange, useReportPair } from "../api/use-report-range";
import { type CohortMeasure, cohortMeasures, columnsOf, valueOf } from "../model/cohort-map";
import {
  type By,
  cohortKinds,
  type Kind,
  periods,
  type ReportSearch,
} from "../model/report-search";
import { CohortMap } from "./cohort-map";
import cells from "./cohort-map.module.css";
import { HowCounted } from "./how-counted";
import { useMoney } from "./use-money";

interface CohortSectionProps {
  search: ReportSearch;
  onChange: (change: Partial<ReportSearch>) => void;
  range: ReportRange;
  toman: boolean;
}

// The server keeps rolling cohorts for these alone.
const rollingPeriods: readonly By[] = ["day", "week", "month"];

export function CohortSection({ search, onChange, range, toman }: CohortSectionProps) {
  const t = useText();
  const by = search.by ?? "month";
  const kind = search.kind ?? "calendar";
  const measure = cohortMeasures.find((one) => one === search.show) ?? "customers";
  const { query, before } = useReportPair("cohorts", range, { by, kind });
  const controls = (
    <Group gap="sm" align="flex-end" className="no-print">
      <SegmentedControl
        aria-label={t("web.cohorts.show")}
        value={measure}
        data={cohortMeasures.map((one) => ({ value: one, label: t(`web.cohorts.${one}`) }))}
        onChange={(show) => onChange({ show: show === "customers" ? undefined : show })}
      />
      <NativeSelect
        size="sm"
        aria-label={t("web.cohorts.by")}
        value={by}
        data={(kind === "rolling" ? rollingPeriods : periods).map((one) => ({
          value: one,
          label: t(`web.period.${one}`),
        }))}
        onChange={({ currentTarget }) => onChange({ by: currentTarget.value as By })}
      />
      <NativeSelect
        size="sm"
        aria-label={t("web.cohorts.kind")}
        value={kind}
        data={cohortKinds.map((one) => ({ value: one, label: t(`web.cohorts.${one}`) }))}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value as Kind;
          const fits = chosen === "calendar" || rollingPeriods.includes(by);
          onChange({ kind: chosen, ...(!fits && { by: "month" }) });
        }}
      />
    </Group>
  );
  return (
    <Loaded query={query}>
      {(report) => (
        <CohortPicture
          report={report}
          before={before}
          measure={measure}
          toman={toman}
          controls={controls}
        />
      )}
    </Loaded>
  );
}

interface CohortPictureProps {
  report: Reports["cohorts"];
  before: Reports["cohorts"] | undefined;
  measure: CohortMeasure;
  toman: boolean;
  controls: React.ReactNode;
}

function CohortPicture({ report, before, measure, toman, controls }: CohortPictureProps) {
  const t = useText();
  const { cohorts } = report.data;
  const { calendar, currency } = report.definition;
  const money = useMoney(currency, toman);
  const table = useCohortTable(report, measure);
  const title = t(`web.cohorts.title_${measure}`);
  const unit = measure === "value" && money.unit ? money.unit : null;
  return (
    <ChartSection
      name="cohorts"
      title={title}
      about={
        unit === null
          ? t(`web.cohorts.about_${measure}`)
          : t("web.cohorts.about_value_in", { unit })
      }
      table={table}
      controls={controls}
    >
      {(onDrawn) =>
        cohorts.length === 0 ? (
          <EmptyNote title={t("web.cohorts.none")}>
            <Text c="dimmed">{t("web.cohorts.none_about")}</Text>
          </EmptyNote>
        ) : (
          <>
            <CohortMap
              cohorts={cohorts}
              before={before?.data.cohorts}
              measure={measure}
              calendar={calendar}
              money={money}
              label={title}
              onDrawn={onDrawn}
            />
            <Text size="sm" c="dimmed">
              <span className={`${cells.legend} ${cells.open}`} aria-hidden="true" />{" "}
              {t("web.cohorts.open_cells")}
            </Text>
            <HowCounted definition={report.definition} />
          </>
        )
      }
    </ChartSection>
  );
}

function useCohortTable(report: Reports["cohorts"], measure: CohortMeasure): ChartTable {
  const t = useText();
  const format = useFormat();
  const { cohorts } = report.data;
  const { calendar } = report.definition;
  const columns = columnsOf(cohorts);
  const show =
    measure === "value"
      ? (value: number) => format.number(value)
      : (value: number) => format.percent(value);
  return {
    columns: [
      { name: t("web.cohorts.first_purchase") },
      { name: t("web.cohorts.size"), show: (value) => format.number(value) },
      ...Array.from({ length: columns }, (_, offset) => ({ name: format.number(offset), show })),
    ],
    rows: cohorts.map((cohort) => [
      format.period(cohort.period, calendar),
      cohort.size,
      ...cohort.cells.map((cell) => valueOf(cohort, cell, measure)),
    ]),
  };
}
