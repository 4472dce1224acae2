import { Anchor, Paper, SimpleGrid, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import { type Summary, type SummaryReport, summaryQuery } from "@/features/metrics/api/summary";
import { KeyNumbers } from "@/features/metrics/components/key-numbers";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";
import { EmptyNote, Loaded } from "@/shared/ui/states";

export function TodayPage() {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  const settings = useQuery({ ...settingsQuery(), enabled: may(me, "settings_read") });
  const reads = may(me, "reports_read");
  const summary = useQuery({ ...summaryQuery(), enabled: reads });
  return (
    <Page title={useHeadline(summary.data?.data)} about={useSpan(summary.data)}>
      {reads ? (
        <Loaded query={summary} skeleton={<NumbersSkeleton />}>
          {({ data }) =>
            data.orders === 0 ? (
              <NoOrders />
            ) : (
              <KeyNumbers summary={data} toman={settings.data?.show_toman ?? false} />
            )
          }
        </Loaded>
      ) : (
        <EmptyNote icon="lock" title={t("web.today.no_reports")} />
      )}
      <Section title={t("web.today.programs")} about={t("web.today.programs_about")}>
        <Anchor href={paths.apiDescription}>{t("web.today.api_description")}</Anchor>
      </Section>
    </Page>
  );
}

/** The sentence that answers the page's question; the page's name until there are numbers. */
function useHeadline(summary: Summary | undefined): string {
  const t = useText();
  const format = useFormat();
  if (summary?.repeat_purchase_rate == null || summary.orders === 0) return t("web.nav.today");
  return t("web.today.headline", {
    rate: format.percent(summary.repeat_purchase_rate),
    count: summary.repeat_customers,
  });
}

function useSpan(report: SummaryReport | undefined): string {
  const t = useText();
  const format = useFormat();
  if (report?.data.first_day == null || report.data.last_day == null) return t("web.today.about");
  const { calendar } = report.definition;
  return t("web.today.span", {
    from: format.day(report.data.first_day, calendar),
    to: format.day(report.data.last_day, calendar),
  });
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

function NumbersSkeleton() {
  const t = useText();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} role="status" aria-label={t("web.app.loading")}>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} height={96} />
      ))}
    </SimpleGrid>
  );
}
