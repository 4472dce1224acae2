import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ChartSection } from "@/shared/charts/chart-section";
import type { Mark } from "@/shared/charts/marks";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import { type ReportOptions, type Reports, reportQuery } from "../../api/reports";
import type { ShowMoney } from "../../model/show-money";
import { weeksOf } from "../../model/weekdays";
import { HowCounted } from "../how-counted";
import { Legend } from "./legend";
import { SeasonsChart } from "./seasons-chart";

const shown = 12;

interface SeasonsSectionProps {
  until: ReportOptions;
  money: ShowMoney;
  marks: readonly Mark[];
}

/** Each month beside the same month a year before, on the store's calendar. */
export function SeasonsSection({ until, money, marks }: SeasonsSectionProps) {
  const query = useQuery(reportQuery("seasons", { ...until, by: "month" }));
  return (
    <Loaded query={query}>
      {(report) => <SeasonsPicture report={report} money={money} marks={marks} />}
    </Loaded>
  );
}

interface SeasonsPictureProps {
  report: Reports["seasons"];
  money: ShowMoney;
  marks: readonly Mark[];
}

function SeasonsPicture({ report, money, marks }: SeasonsPictureProps) {
  const t = useText();
  const format = useFormat();
  const { data, definition } = report;
  const { calendar } = definition;
  const weeks = useMemo(() => weeksOf(definition), [definition]);
  const seasons = useMemo(() => data.periods.slice(-shown), [data]);
  const over = seasons.filter(({ complete, change }) => complete && change !== null);
  const grew = over.filter(({ slump }) => !slump).length;
  const title =
    over.length === 0
      ? t("web.seasons.title")
      : t("web.seasons.title_grew", { count: grew, grew, months: over.length });
  const slumps = data.loyal_share_in_slumps;
  const table: ChartTable = {
    columns: [
      { name: t("web.lifecycle.period") },
      { name: t("web.seasons.now"), show: money.full },
      { name: t("web.seasons.before"), show: money.full },
      { name: t("web.seasons.change"), show: format.percent },
      { name: t("web.seasons.loyal"), show: format.percent },
    ],
    rows: seasons.map((season) => [
      format.period(season.period, calendar),
      season.revenue_minor,
      season.year_ago_revenue_minor,
      season.change,
      season.loyal_share,
    ]),
  };
  return (
    <ChartSection
      name="seasons"
      title={title}
      about={t("web.seasons.about")}
      table={table}
    >
      {(onDrawn) => (
        <>
          <Legend
            entries={[
              { name: t("web.seasons.now"), color: 1 },
              { name: t("web.seasons.before"), color: 2 },
            ]}
          />
          <SeasonsChart
            seasons={seasons}
            weeks={weeks}
            money={money}
            marks={marks}
            label={title}
            onDrawn={onDrawn}
          />
          {slumps !== null && data.loyal_share_elsewhere !== null && (
            <Text size="sm">
              {t("web.seasons.slumps", {
                slumps: format.percent(slumps, 0),
                elsewhere: format.percent(data.loyal_share_elsewhere, 0),
              })}
            </Text>
          )}
          <HowCounted definition={definition} />
        </>
      )}
    </ChartSection>
  );
}
