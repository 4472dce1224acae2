import { Text } from "@mantine/core";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import type { Reports } from "../api/reports";
import { type ReportRange, useReportPair } from "../api/use-report-range";
import { isRfmGroup, type RfmGroupName } from "../model/rfm-groups";
import { shareOf, sharesByName, totalOf } from "../model/shares";
import { PartHead } from "./part-head";
import { PartRow } from "./part-row";
import classes from "./part-row.module.css";
import { useMoney } from "./use-money";

interface RfmGroupsProps {
  range: ReportRange;
  toman: boolean;
}

/** The named groups of the map's cells, and what to do with each. */
export function RfmGroups({ range, toman }: RfmGroupsProps) {
  const { query, before } = useReportPair("rfm", range);
  return (
    <Loaded query={query}>
      {(report) => <GroupList report={report} before={before} toman={toman} />}
    </Loaded>
  );
}

interface GroupListProps {
  report: Reports["rfm"];
  before: Reports["rfm"] | undefined;
  toman: boolean;
}

function GroupList({ report, before, toman }: GroupListProps) {
  const t = useText();
  const format = useFormat();
  const { groups } = report.data;
  const money = useMoney(report.definition.currency, toman);
  const { customers, revenue } = totalOf(groups);
  const earlier = before && sharesByName(before.data.groups, ({ group }) => group);
  const nameOf = (group: string) =>
    isRfmGroup(group) ? t(`web.rfm.group_${group}` as "web.rfm.group_champions") : group;
  if (customers === 0) return null;
  const table: ChartTable = {
    columns: [
      { name: t("web.who.group") },
      { name: t("web.who.customers"), show: format.number },
      { name: t("web.who.customers_share"), show: format.percent },
      { name: t("web.who.revenue"), show: money.full },
      { name: t("web.who.revenue_share"), show: format.percent },
    ],
    rows: groups.map((group) => [
      nameOf(group.group),
      group.customers,
      shareOf(group.customers, customers),
      group.revenue_minor,
      shareOf(group.revenue_minor, revenue),
    ]),
  };
  return (
    <ChartSection
      name="rfm-groups"
      title={t("web.rfm.groups")}
      about={t("web.rfm.groups_about")}
      table={table}
    >
      {() => (
        <>
          <PartHead name={t("web.who.group")} />
          <ul className={classes.list}>
            {groups.map((group) => (
              <PartRow
                key={group.group}
                name={nameOf(group.group)}
                filter={{ group: group.group }}
                customers={group.customers}
                customersShare={shareOf(group.customers, customers)}
                revenue={group.revenue_minor}
                money={money}
                before={earlier?.get(group.group)}
                revenueShare={shareOf(group.revenue_minor, revenue)}
              >
                <Text size="sm" c="dimmed">
                  {isRfmGroup(group.group) && <Advice group={group.group} />}
                </Text>
              </PartRow>
            ))}
          </ul>
        </>
      )}
    </ChartSection>
  );
}

function Advice({ group }: { group: RfmGroupName }) {
  const t = useText();
  return t(`web.rfm.do_${group}` as "web.rfm.do_champions");
}
