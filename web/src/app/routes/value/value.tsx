import { Anchor, Paper, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { countQuery, customersQuery } from "@/features/customers/api/customers";
import { ActsBar } from "@/features/customers/components/acts-bar";
import { SlippingList } from "@/features/customers/components/slipping-list";
import { type Overview, valueQuery } from "@/features/value/api/value";
import { AliveSection } from "@/features/value/components/alive-section";
import { CalculateButton } from "@/features/value/components/calculate-button";
import { Calculating } from "@/features/value/components/calculating";
import { ChecksSection } from "@/features/value/components/checks-section";
import { ChoiceSection } from "@/features/value/components/choice-section";
import { ReliabilitySection } from "@/features/value/components/reliability-section";
import { RunsSection } from "@/features/value/components/runs-section";
import { TenthsSection } from "@/features/value/components/tenths-section";
import { TrackingSection } from "@/features/value/components/tracking-section";
import { ValueNumbers } from "@/features/value/components/value-numbers";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";
import { EmptyNote, ListSkeleton, Loaded } from "@/shared/ui/states";
import { useStoreShows } from "../customers/use-store-shows";
import { NoOrders } from "../metrics/no-orders";

/** What is each customer worth, who is slipping away, and may one believe it? */
export function ValuePage() {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  const query = useQuery(valueQuery());
  const mayRun = may(me, "settings_write");
  return (
    <Page
      title={useHeadline(query.data)}
      name={t("web.nav.value")}
      about={t("web.value.about")}
      actions={
        query.data?.run && query.data.open === null && mayRun ? <CalculateButton /> : undefined
      }
    >
      <Loaded query={query} skeleton={<ListSkeleton rows={8} />}>
        {(overview) => <Found overview={overview} mayRun={mayRun} />}
      </Loaded>
    </Page>
  );
}

function useHeadline(overview: Overview | undefined): string {
  const t = useText();
  const format = useFormat();
  const store = useStoreShows();
  const scores = overview?.summary?.scores;
  if (scores?.expected_value_minor == null) return t("web.nav.value");
  return t("web.value.headline", {
    count: Math.round(scores.active),
    money: format.moneyShort(scores.expected_value_minor, store.currency, store.toman),
  });
}

function Found({ overview, mayRun }: { overview: Overview; mayRun: boolean }) {
  const store = useStoreShows();
  const { data: me } = useQuery(sessionQuery());
  const { run, open, summary } = overview;
  return (
    <>
      {open !== null && <Calculating run={open} mayCancel={mayRun} />}
      {summary === null ? (
        open === null && <NothingYet mayRun={mayRun} />
      ) : (
        <>
          <ValueNumbers summary={summary} store={store} />
          {may(me, "customers_read") && (
            <SlippingSection mayExport={may(me, "customers_export")} run={run?.id} />
          )}
          <TenthsSection summary={summary} store={store} />
          <AliveSection summary={summary} />
          <ChoiceSection summary={summary} store={store} />
          <TrackingSection comparison={summary.comparison} store={store} />
          <ReliabilitySection bins={summary.comparison.reliability} />
          <ChecksSection store={store} />
        </>
      )}
      <RunsSection latest={(open ?? run)?.id} />
    </>
  );
}

/** Without orders there is nothing to calculate from. */
function NothingYet({ mayRun }: { mayRun: boolean }) {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  const count = useQuery({ ...countQuery({}), enabled: may(me, "customers_read") });
  const title = t("web.value.none");
  if (count.data?.customers === 0) {
    return <NoOrders title={title} about={t("web.value.no_orders_about")} />;
  }
  return (
    <Paper withBorder>
      <EmptyNote icon="value" title={title}>
        <Text c="dimmed">{t("web.value.none_about")}</Text>
        {mayRun && <CalculateButton first />}
      </EmptyNote>
    </Paper>
  );
}

const slipping = { slipping: true, sort: "spent" } as const;
const shownCount = 10;

interface SlippingSectionProps {
  mayExport: boolean;
  run: string | undefined;
}

/** Who was worth much and is about to be lost; the most worth first. */
function SlippingSection({ mayExport, run }: SlippingSectionProps) {
  const t = useText();
  const store = useStoreShows();
  const query = useInfiniteQuery(customersQuery(slipping, run));
  return (
    <Section title={t("web.value.slipping_title")} about={t("web.value.slipping_about")}>
      <Loaded query={query}>
        {({ pages }) => {
          const customers = pages.flatMap((page) => page.items);
          if (customers.length === 0) return <Text c="dimmed">{t("web.value.slipping_none")}</Text>;
          return (
            <>
              {mayExport && <ActsBar search={slipping} />}
              <SlippingList customers={customers.slice(0, shownCount)} store={store} />
              <Anchor
                className="no-print"
                w="fit-content"
                renderRoot={(props) => <Link to={paths.customers} search={slipping} {...props} />}
              >
                {t("web.value.slipping_all")}
              </Anchor>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
