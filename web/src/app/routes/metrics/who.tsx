import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import { reportQuery } from "@/features/metrics/api/reports";
import { type ReportRange, useReportRange } from "@/features/metrics/api/use-report-range";
import { BreakdownSection } from "@/features/metrics/components/breakdown-section";
import { KindsSection } from "@/features/metrics/components/kinds-section";
import { ReportBar } from "@/features/metrics/components/report-bar";
import { RfmGroups } from "@/features/metrics/components/rfm-groups";
import { RfmSection } from "@/features/metrics/components/rfm-section";
import { choiceOf, searchOf, type WhoSearch } from "@/features/metrics/model/who-search";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { ListSkeleton } from "@/shared/ui/states";
import { NoOrders } from "./no-orders";
import { useNamesOf } from "./use-names-of";

/** Who buys: by how lately, how often and how much; by what they are led by. */
export function WhoPage() {
  const t = useText();
  const search = useSearch({ from: `/inside${paths.who}` });
  const navigate = useNavigate();
  const { data: me } = useQuery(sessionQuery());
  const settings = useQuery({ ...settingsQuery(), enabled: may(me, "settings_read") });
  const toman = settings.data?.show_toman ?? false;
  const range = useReportRange(search);
  const nameOf = useNamesOf(search.break, range?.asked);
  const change = (changed: Partial<WhoSearch>) =>
    void navigate({ to: paths.who, search: { ...search, ...changed }, replace: true });
  return (
    <Page
      title={useHeadline(range)}
      name={t("web.nav.who")}
      about={useAbout(range)}
    >
      {range?.frame && (
        <ReportBar search={search} onChange={change} frame={range.frame} withBreak />
      )}
      {range === undefined ? (
        <ListSkeleton rows={8} />
      ) : range.frame === null ? (
        <NoOrders title={t("web.rfm.none")} about={t("web.rfm.none_about")} />
      ) : (
        <>
          <RfmSection
            range={range.asked}
            choice={choiceOf(search)}
            onChange={(choice) => change(searchOf(choice))}
            toman={toman}
          />
          <RfmGroups range={range} toman={toman} />
          <KindsSection range={range} toman={toman} />
          {search.break !== undefined && (
            <BreakdownSection
              asked={range.asked}
              by={search.break}
              nameOf={nameOf}
              toman={toman}
            />
          )}
        </>
      )}
    </Page>
  );
}

function useHeadline(range: ReportRange | undefined): string {
  const t = useText();
  const format = useFormat();
  const { data: report } = useQuery({
    ...reportQuery("kinds", range?.asked),
    enabled: range !== undefined,
  });
  const share = report?.data.loyal_share;
  if (share?.customers_share == null || share.revenue_share === null) return t("web.nav.who");
  return t("web.who.headline", {
    customers: format.percent(share.customers_share),
    revenue: format.percent(share.revenue_share),
  });
}

function useAbout(range: ReportRange | undefined): string {
  const t = useText();
  const format = useFormat();
  const { data: report } = useQuery({
    ...reportQuery("kinds", range?.asked),
    enabled: range !== undefined,
  });
  const half = report?.data.loyal_share.customers_for_half_of_revenue;
  if (half == null) return t("web.who.about");
  return t("web.who.half", { half: format.percent(half) });
}
