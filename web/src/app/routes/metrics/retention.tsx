import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import { type ReportOptions, reportQuery } from "@/features/metrics/api/reports";
import { CohortSection } from "@/features/metrics/components/cohort-section";
import { GapNumbers } from "@/features/metrics/components/gap-numbers";
import { RepurchaseSection } from "@/features/metrics/components/repurchase-section";
import { SurvivalSection } from "@/features/metrics/components/survival-section";
import { windowDays } from "@/features/metrics/model/came-back";
import { optionsOf, type ReportSearch } from "@/features/metrics/model/report-search";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";

const headlineDays = 90;

/** Are customers coming back, how soon, and is it getting better? */
export function RetentionPage() {
  const search = useSearch({ from: `/inside${paths.retention}` });
  const navigate = useNavigate();
  const { data: me } = useQuery(sessionQuery());
  const settings = useQuery({ ...settingsQuery(), enabled: may(me, "settings_read") });
  const toman = settings.data?.show_toman ?? false;
  const change = (changed: Partial<ReportSearch>) =>
    void navigate({ to: paths.retention, search: { ...search, ...changed }, replace: true });
  const range = optionsOf({ from: search.from, to: search.to });
  return (
    <Page title={useHeadline(range)} about={useAbout(range)}>
      <CohortSection search={search} onChange={change} toman={toman} />
      <RepurchaseSection range={range} />
      <SurvivalSection range={range} />
      <GapNumbers range={range} />
    </Page>
  );
}

function useHeadline(range: ReportOptions): string {
  const t = useText();
  const format = useFormat();
  const repurchase = useQuery(reportQuery("repurchase", { ...range, days: [...windowDays] }));
  const window = repurchase.data?.data.windows.find(
    ({ kind, days }) => kind === "within" && days === headlineDays,
  );
  if (window?.rate == null) return t("web.nav.retention");
  return t("web.retention.headline", { rate: format.percent(window.rate), days: headlineDays });
}

function useAbout(range: ReportOptions): string {
  const t = useText();
  const format = useFormat();
  const summary = useQuery(reportQuery("summary", range));
  const median = summary.data?.data.days_between_purchases.median;
  if (median == null) return t("web.retention.about");
  return t("web.retention.half", { days: format.number(median) });
}
