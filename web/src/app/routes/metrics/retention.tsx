import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import { reportQuery } from "@/features/metrics/api/reports";
import { type ReportRange, useReportRange } from "@/features/metrics/api/use-report-range";
import { BreakdownSection } from "@/features/metrics/components/breakdown-section";
import { CohortSection } from "@/features/metrics/components/cohort-section";
import { GapNumbers } from "@/features/metrics/components/gap-numbers";
import { ReportBar } from "@/features/metrics/components/report-bar";
import { RepurchaseSection } from "@/features/metrics/components/repurchase-section";
import { SurvivalSection } from "@/features/metrics/components/survival-section";
import { fewestCustomers, windowDays } from "@/features/metrics/model/came-back";
import type { ReportSearch } from "@/features/metrics/model/report-search";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { ListSkeleton } from "@/shared/ui/states";
import { NoOrders } from "./no-orders";
import { useNamesOf } from "./use-names-of";

const headlineDays = 90;

/** Are customers coming back, how soon, and is it getting better? */
export function RetentionPage() {
  const t = useText();
  const search = useSearch({ from: `/inside${paths.retention}` });
  const navigate = useNavigate();
  const { data: me } = useQuery(sessionQuery());
  const settings = useQuery({ ...settingsQuery(), enabled: may(me, "settings_read") });
  const toman = settings.data?.show_toman ?? false;
  const change = (changed: Partial<ReportSearch>) =>
    void navigate({ to: paths.retention, search: { ...search, ...changed }, replace: true });
  const range = useReportRange(search);
  const nameOf = useNamesOf(search.break, range?.asked);
  return (
    <Page
      title={useHeadline(range)}
      name={t("web.nav.retention")}
      about={useAbout(range)}
    >
      {range?.frame && (
        <ReportBar search={search} onChange={change} frame={range.frame} withBreak />
      )}
      {range === undefined ? (
        <ListSkeleton rows={8} />
      ) : range.frame === null ? (
        <NoOrders title={t("web.cohorts.none")} about={t("web.cohorts.none_about")} />
      ) : (
        <>
          <CohortSection search={search} onChange={change} range={range} toman={toman} />
          <RepurchaseSection range={range} />
          <SurvivalSection range={range} />
          <GapNumbers range={range} />
          {search.break !== undefined && (
            <BreakdownSection
              asked={range.asked}
              by={search.break}
              within={headlineDays}
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
  const repurchase = useQuery({
    ...reportQuery("repurchase", { ...range?.asked, days: [...windowDays] }),
    enabled: range !== undefined,
  });
  const window = repurchase.data?.data.windows.find(
    ({ kind, days }) => kind === "within" && days === headlineDays,
  );
  if (window?.rate == null || window.eligible < fewestCustomers) return t("web.nav.retention");
  return t("web.retention.headline", { rate: format.percent(window.rate), days: headlineDays });
}

function useAbout(range: ReportRange | undefined): string {
  const t = useText();
  const format = useFormat();
  const summary = useQuery({
    ...reportQuery("summary", range?.asked),
    enabled: range !== undefined,
  });
  const median = summary.data?.data.days_between_purchases.median;
  if (median == null) return t("web.retention.about");
  return t("web.retention.half", { count: median, days: format.number(median) });
}
