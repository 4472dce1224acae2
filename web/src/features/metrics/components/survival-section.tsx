import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import { type ReportOptions, type Reports, reportQuery } from "../api/reports";
import { fewestCustomers, sharesOf, survivalDays } from "../model/came-back";
import { HowCounted } from "./how-counted";
import { SurvivalChart } from "./survival-chart";

const lastDay = 365;
const asked = survivalDays(lastDay);

export function SurvivalSection({ range }: { range: ReportOptions }) {
  const query = useQuery(reportQuery("survival", { ...range, days: asked }));
  return <Loaded query={query}>{(report) => <SurvivalPicture report={report} />}</Loaded>;
}

function SurvivalPicture({ report }: { report: Reports["survival"] }) {
  const t = useText();
  const format = useFormat();
  const { data, definition } = report;
  const points = useMemo(() => sharesOf(data), [data]);
  const last = points.at(-1);
  const share = (value: number) => format.percent(value);
  const table: ChartTable = {
    columns: [
      { name: t("web.survival.days"), show: format.number },
      { name: t("web.survival.share"), show: share },
      { name: t("web.survival.low"), show: share },
      { name: t("web.survival.high"), show: share },
    ],
    rows: points.map((point) => [point.days, point.share, point.low, point.high]),
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
