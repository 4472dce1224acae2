import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import { type ReportOptions, type Reports, reportQuery } from "../api/reports";
import { isRfmGroup, type RfmGroupName } from "../model/rfm-groups";
import { shareOf } from "../model/shares";
import { PartRow } from "./part-row";
import classes from "./part-row.module.css";
import { useMoney } from "./use-money";

interface RfmGroupsProps {
  range: ReportOptions;
  toman: boolean;
}

/** The named groups of the map's cells, and what to do with each. */
export function RfmGroups({ range, toman }: RfmGroupsProps) {
  const query = useQuery(reportQuery("rfm", range));
  return <Loaded query={query}>{(report) => <GroupList report={report} toman={toman} />}</Loaded>;
}

function GroupList({ report, toman }: { report: Reports["rfm"]; toman: boolean }) {
  const t = useText();
  const format = useFormat();
  const { groups } = report.data;
  const money = useMoney(report.definition.currency, toman);
  const customers = groups.reduce((sum, group) => sum + group.customers, 0);
  const revenue = groups.reduce((sum, group) => sum + group.revenue_minor, 0);
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
        <ul className={classes.list}>
          {groups.map((group) => (
            <PartRow
              key={group.group}
              name={nameOf(group.group)}
              filter={{ group: group.group }}
              customers={group.customers}
              customersShare={shareOf(group.customers, customers)}
              revenue={money.full(group.revenue_minor)}
              revenueShare={shareOf(group.revenue_minor, revenue)}
            >
              <Text size="sm" c="dimmed">
                {isRfmGroup(group.group) && <Advice group={group.group} />}
              </Text>
            </PartRow>
          ))}
        </ul>
      )}
    </ChartSection>
  );
}

function Advice({ group }: { group: RfmGroupName }) {
  const t = useText();
  return t(`web.rfm.do_${group}` as "web.rfm.do_champions");
}
