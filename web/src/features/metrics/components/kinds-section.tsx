import { Text } from "@mantine/core";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import type { Reports } from "../api/reports";
import { type ReportRange, useReportPair } from "../api/use-report-range";
import { shareOf, sharesByName, totalOf } from "../model/shares";
import { HowCounted } from "./how-counted";
import { KindMoves } from "./kind-moves";
import { PartHead } from "./part-head";
import { PartRow } from "./part-row";
import classes from "./part-row.module.css";
import { useKindWords } from "./use-kind-words";
import { useMoney } from "./use-money";

interface KindsSectionProps {
  range: ReportRange;
  toman: boolean;
}

/** The four kinds of customers, and how many moved between them within the last month. */
export function KindsSection({ range, toman }: KindsSectionProps) {
  const { query, before } = useReportPair("kinds", range);
  return (
    <Loaded query={query}>
      {(report) =>
        report.data.kinds.some(({ customers }) => customers > 0) && (
          <>
            <KindList report={report} before={before} toman={toman} />
            <KindMoves kinds={report.data} />
          </>
        )
      }
    </Loaded>
  );
}

interface KindListProps {
  report: Reports["kinds"];
  before: Reports["kinds"] | undefined;
  toman: boolean;
}

function KindList({ report, before, toman }: KindListProps) {
  const t = useText();
  const format = useFormat();
  const { data, definition } = report;
  const words = useKindWords(data);
  const money = useMoney(definition.currency, toman);
  const { customers } = totalOf(data.kinds);
  const earlier = before && sharesByName(before.data.kinds, ({ kind }) => kind);
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
          <PartHead name={t("web.who.kind")} />
          <ul className={classes.list}>
            {data.kinds.map((kind) => (
              <PartRow
                key={kind.kind}
                name={t(`web.kind.${kind.kind}`)}
                filter={{ kind: kind.kind }}
                customers={kind.customers}
                customersShare={shareOf(kind.customers, customers)}
                revenue={kind.revenue_minor}
                money={money}
                before={earlier?.get(kind.kind)}
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
