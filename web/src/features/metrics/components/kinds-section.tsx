import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import { type ReportOptions, type Reports, reportQuery } from "../api/reports";
import { shareOf } from "../model/shares";
import { HowCounted } from "./how-counted";
import { KindMoves } from "./kind-moves";
import { PartRow } from "./part-row";
import classes from "./part-row.module.css";
import { useKindWords } from "./use-kind-words";
import { useMoney } from "./use-money";

interface KindsSectionProps {
  range: ReportOptions;
  toman: boolean;
}

/** The four kinds of customers, and how many moved between them within the last month. */
export function KindsSection({ range, toman }: KindsSectionProps) {
  const query = useQuery(reportQuery("kinds", range));
  return (
    <Loaded query={query}>
      {(report) =>
        report.data.kinds.some(({ customers }) => customers > 0) && (
          <>
            <KindList report={report} toman={toman} />
            <KindMoves kinds={report.data} />
          </>
        )
      }
    </Loaded>
  );
}

function KindList({ report, toman }: { report: Reports["kinds"]; toman: boolean }) {
  const t = useText();
  const format = useFormat();
  const { data, definition } = report;
  const words = useKindWords(data);
  const money = useMoney(definition.currency, toman);
  const customers = data.kinds.reduce((sum, kind) => sum + kind.customers, 0);
  const table: ChartTable = {
    columns: [
      { name: t("web.who.kind") },
      { name: t("web.who.customers"), show: format.number },
      { name: t("web.who.customers_share"), show: format.percent },
      { name: t("web.who.revenue"), show: money.full },
      { name: t("web.who.revenue_share"), show: format.percent },
    ],
    rows: data.kinds.map((kind) => [
      t(`web.kind.${kind.kind}`),
      kind.customers,
      shareOf(kind.customers, customers),
      kind.revenue_minor,
      kind.revenue_share,
    ]),
  };
  return (
    <ChartSection
      name="kinds"
      title={t("web.kind.title")}
      about={t("web.kind.about")}
      table={table}
    >
      {() => (
        <>
          <ul className={classes.list}>
            {data.kinds.map((kind) => (
              <PartRow
                key={kind.kind}
                name={t(`web.kind.${kind.kind}`)}
                filter={{ kind: kind.kind }}
                customers={kind.customers}
                customersShare={shareOf(kind.customers, customers)}
                revenue={money.full(kind.revenue_minor)}
                revenueShare={kind.revenue_share}
              >
                <Text size="sm" c="dimmed">
                  {words.about(kind.kind)}
                </Text>
              </PartRow>
            ))}
          </ul>
          {words.rhythm !== null && (
            <Text size="sm" c="dimmed">
              {words.rhythm}
            </Text>
          )}
          <HowCounted definition={definition} />
        </>
      )}
    </ChartSection>
  );
}
