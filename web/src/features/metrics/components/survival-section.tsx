import { Text } from "@mantine/core";
import { useMemo } from "react";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import type { Reports } from "../api/reports";
import { type ReportRange, useReportPair } from "../api/use-report-range";
import { fewestCustomers, sharesOf, survivalDays } from "../model/came-back";
import { HowCounted } from "./how-counted";
import { SurvivalChart } from "./survival-chart";

const lastDay = 365;
const days = survivalDays(lastDay);

export function SurvivalSection({ range }: { range: ReportRange }) {
  const { query, before } = useReportPair("survival", range, { days });
  return (
    <Loaded query={query}>{(report) => <SurvivalPicture report={report} before={before} />}</Loaded>
  );
}

interface SurvivalPictureProps {
  report: Reports["survival"];
  before: Reports["survival"] | undefined;
}

function SurvivalPicture({ report, before }: SurvivalPictureProps) {
  const t = useText();
  const format = useFormat();
  const { data, definition } = report;
  const points = useMemo(() => sharesOf(data), [data]);
  const earlier = useMemo(() => before && sharesOf(before.data), [before]);
  const last = points.at(-1);
  const share = (value: number) => format.percent(value);
  const table: ChartTable = {
    columns: [
      { name: t("web.survival.days"), show: format.number },
      { name: t("web.survival.share"), show: share },
      { name: t("web.survival.low"), show: share },
      { name: t("web.survival.high"), show: share },
      ...(earlier ? [{ name: t("web.report.before"), show: share }] : []),
    ],
    rows: points.map((point) => [
      point.days,
      point.share,
      point.low,
      point.high,
      ...(earlier ? [earlier.find(({ days }) => days === point.days)?.share ?? null] : []),
    ]),
  };
  const title =
    data.median_days === null
      ? t("web.survival.title")
      : t("web.survival.title_median", { days: data.median_days });
  return (
    <ChartSection name="survival" title={title} about={t("web.survival.about")} table={table}>
      {(onDrawn) => (
        <>
          {last && data.events + data.censored >= fewestCustomers ? (
            <SurvivalChart
              points={points}
              before={earlier}
              label={t("web.survival.by_day", {
                days: last.days,
                share: share(last.share),
                low: share(last.low),
                high: share(last.high),
              })}
              onDrawn={onDrawn}
            />
          ) : (
            <Text c="dimmed">{t("web.report.too_few", { count: fewestCustomers })}</Text>
          )}
          <HowCounted definition={definition} />
        </>
      )}
    </ChartSection>
  );
}
