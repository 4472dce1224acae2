import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ChartSection } from "@/shared/charts/chart-section";
import type { Mark } from "@/shared/charts/marks";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import { type ReportOptions, type Reports, reportQuery } from "../../api/reports";
import { fewestCustomers } from "../../model/came-back";
import { lastComplete, shownPeriods, stages } from "../../model/lifecycle";
import type { By } from "../../model/report-search";
import { weeksOf } from "../../model/weekdays";
import { HowCounted } from "../how-counted";
import { Legend } from "./legend";
import { LifecycleChart } from "./lifecycle-chart";

interface LifecycleSectionProps {
  until: ReportOptions;
  by: By;
  onBy: (by: By) => void;
  marks: readonly Mark[];
}

const choices: readonly By[] = ["week", "month", "quarter"];

/** New, returning, back after a pause, and gone quiet, period by period. */
export function LifecycleSection({ until, by, onBy, marks }: LifecycleSectionProps) {
  const t = useText();
  const query = useQuery(reportQuery("periods", { ...until, by }));
  const controls = (
    <NativeSelect
      className="no-print"
      size="sm"
      w="fit-content"
      aria-label={t("web.cohorts.by")}
      value={by}
      data={choices.map((one) => ({ value: one, label: t(`web.period.${one}`) }))}
      onChange={({ currentTarget }) => onBy(currentTarget.value as By)}
    />
  );
  return (
    <Loaded query={query}>
      {(report) => <LifecyclePicture report={report} by={by} marks={marks} controls={controls} />}
    </Loaded>
  );
}

interface LifecyclePictureProps {
  report: Reports["periods"];
  by: By;
  marks: readonly Mark[];
  controls: React.ReactNode;
}

function LifecyclePicture({ report, by, marks, controls }: LifecyclePictureProps) {
  const t = useText();
  const format = useFormat();
  const { definition } = report;
  const { calendar } = definition;
  const weeks = useMemo(() => weeksOf(definition), [definition]);
  const periods = useMemo(() => shownPeriods(report.data.periods), [report]);
  const table: ChartTable = {
    columns: [
      { name: t("web.lifecycle.period") },
      ...stages.map((stage) => ({ name: t(`web.lifecycle.${stage}`), show: format.number })),
    ],
    rows: periods.map((period) => [
      format.period(period.period, calendar),
      ...stages.map((stage) => period[stage]),
    ]),
  };
  const last = lastComplete(periods);
  const name = last === undefined ? "" : format.period(last.period, calendar);
  const title =
    last === undefined || last.customers < fewestCustomers
      ? t("web.lifecycle.title_none")
      : t("web.lifecycle.title", {
          period: name,
          share: format.percent(1 - last.new / last.customers, 0),
        });
  const label =
    last === undefined
      ? title
      : t("web.lifecycle.label", {
          period: name,
          fresh: last.new,
          returning: last.returning,
          back: last.resurrected,
          dormant: last.dormant,
        });
  return (
    <ChartSection
      name="lifecycle"
      title={title}
      about={t("web.lifecycle.about")}
      table={table}
      controls={controls}
    >
      {(onDrawn) => (
        <>
          <Legend
            entries={stages.map((stage, index) => ({
              name: t(`web.lifecycle.${stage}`),
              color: stage === "dormant" ? 6 : index + 1,
            }))}
          />
          <LifecycleChart
            periods={periods}
            weeks={weeks}
            by={by}
            marks={marks}
            label={label}
            onDrawn={onDrawn}
          />
          <HowCounted definition={definition} />
        </>
      )}
    </ChartSection>
  );
}
