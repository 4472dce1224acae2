import { Anchor, Paper, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import { snapshotQuery, untilOf } from "@/features/metrics/api/today";
import { type ReportRange, useReportRange } from "@/features/metrics/api/use-report-range";
import { ReportBar } from "@/features/metrics/components/report-bar";
import { KeyNumbersSkeleton } from "@/features/metrics/components/today/key-numbers";
import { TodayReport } from "@/features/metrics/components/today/today-report";
import { useGoneQuiet, useHeadline } from "@/features/metrics/components/today/use-headline";
import { useMoney } from "@/features/metrics/components/use-money";
import { ofChange, type ReportSearch, reportSearch } from "@/features/metrics/model/report-search";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";
import { EmptyNote } from "@/shared/ui/states";

/** Are customers coming back, who is slipping away, what changed? */
export function TodayPage() {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  return (
    <>
      {may(me, "reports_read") ? (
        <Numbers readsSettings={may(me, "settings_read")} />
      ) : (
        <Page title={t("web.nav.today")}>
          <EmptyNote icon="lock" title={t("web.today.no_reports")} />
        </Page>
      )}
    </>
  );
}

function Numbers({ readsSettings }: { readsSettings: boolean }) {
  const t = useText();
  const search = ofChange(useSearch({ from: `/inside${paths.today}` }));
  const navigate = useNavigate();
  const settings = useQuery({ ...settingsQuery(), enabled: readsSettings });
  const toman = settings.data?.show_toman ?? false;
  const currency = settings.data?.currency ?? "";
  const change = (changed: Partial<ReportSearch>) =>
    void navigate({
      to: paths.today,
      search: (old) => ({ ...reportSearch({ ...old }), ...changed }),
      replace: true,
    });
  const range = useReportRange(search);
  const asked = range?.frame ? range.asked : undefined;
  const compared = range?.compared ?? undefined;
  const now = useQuery({ ...snapshotQuery(asked ?? {}), enabled: asked !== undefined });
  const before = useQuery({ ...snapshotQuery(compared ?? {}), enabled: compared !== undefined });
  const title = useHeadline(now.data, compared && before.data) ?? t("web.nav.today");
  return (
    <Page title={title} about={<About range={range} currency={currency} toman={toman} />}>
      {range?.frame && (
        <ReportBar search={search} onChange={change} frame={range.frame} mayStandAlone={false} />
      )}
      {range === undefined && <KeyNumbersSkeleton />}
      {range !== undefined && range.frame === null && <NoOrders />}
      {range?.frame && (
        <TodayReport
          range={range}
          search={search}
          onChange={change}
          currency={now.data?.definition.currency ?? currency}
          toman={toman}
          linkTo={(group) => `/customers?group=${group}`}
        />
      )}
      <Section title={t("web.today.programs")} about={t("web.today.programs_about")}>
        <Anchor href={paths.apiDescription}>{t("web.today.api_description")}</Anchor>
      </Section>
    </Page>
  );
}

interface AboutProps {
  range: ReportRange | undefined;
  currency: string;
  toman: boolean;
}

/** Who has gone quiet, and which days all this speaks of. */
function About({ range, currency, toman }: AboutProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const money = useMoney(currency, toman);
  const quiet = useGoneQuiet(range?.frame ? untilOf(range.asked) : undefined);
  if (!range?.frame) return t("web.today.about");
  const { from, to } = range.asked;
  const { calendar } = range.frame;
  return (
    <>
      {quiet && (
        <>
          {t("web.today.quiet", {
            count: quiet.customers,
            number: format.number(quiet.customers),
            amount: money.withUnit(quiet.revenue),
          })}{" "}
          <Anchor href="#quiet">{t("web.today.quiet_see")}</Anchor>{" "}
        </>
      )}
      {from !== undefined && to !== undefined && (
        <span>
          {t("web.today.days", { from: format.day(from, calendar), to: format.day(to, calendar) })}
        </span>
      )}
    </>
  );
}

function NoOrders() {
  const t = useText();
  return (
    <Paper withBorder>
      <EmptyNote title={t("web.today.empty")}>
        <Text c="dimmed">{t("web.today.empty_about")}</Text>
        <Text component="pre" className="code" size="sm" m={0} style={{ whiteSpace: "pre-wrap" }}>
          vafa import orders orders.csv --data DIR
        </Text>
      </EmptyNote>
    </Paper>
  );
}
