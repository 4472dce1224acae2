import { Anchor, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { sessionQuery } from "@/features/accounts/api/session";
import { may } from "@/features/accounts/model/permissions";
import { settingsQuery } from "@/features/commerce/api/settings";
import { snapshotQuery, untilOf } from "@/features/metrics/api/today";
import {
  type ReportFrame,
  type ReportRange,
  useReportRange,
} from "@/features/metrics/api/use-report-range";
import { GoalSection } from "@/features/board/components/goal-section";
import { NoteSection } from "@/features/board/components/note-section";
import { DearestCustomers } from "@/features/customers/components/dearest-customers";
import { ReportBar } from "@/features/metrics/components/report-bar";
import { KeyNumbersSkeleton } from "@/features/metrics/components/today/key-numbers";
import { GoalProgress } from "@/features/metrics/components/today/goal-progress";
import { TodayReport } from "@/features/metrics/components/today/today-report";
import { useGoneQuiet, useHeadline } from "@/features/metrics/components/today/use-headline";
import { useMoney } from "@/features/metrics/components/use-money";
import { ofChange, type ReportSearch, reportSearch } from "@/features/metrics/model/report-search";
import type { ShowMoney } from "@/features/metrics/model/show-money";
import { notesQuery } from "@/shared/api/board";
import { useText } from "@/shared/i18n/texts";
import { paths } from "@/shared/lib/paths";
import { useFormat } from "@/shared/lib/use-format";
import { Page } from "@/shared/ui/page";
import { Section } from "@/shared/ui/section";
import { EmptyNote } from "@/shared/ui/states";
import { useStoreShows } from "../customers/use-store-shows";
import { NoOrders } from "./no-orders";

/** Are customers coming back, who is slipping away, what changed? */
export function TodayPage() {
  const t = useText();
  const { data: me } = useQuery(sessionQuery());
  return (
    <>
      {may(me, "reports_read") ? (
        <Numbers
          readsSettings={may(me, "settings_read")}
          maySet={may(me, "settings_write")}
          knowsNames={may(me, "customers_read")}
        />
      ) : (
        <Page title={t("web.nav.today")}>
          <EmptyNote icon="lock" title={t("web.today.no_reports")} />
        </Page>
      )}
    </>
  );
}

interface NumbersProps {
  readsSettings: boolean;
  maySet: boolean;
  knowsNames: boolean;
}

function Numbers({ readsSettings, maySet, knowsNames }: NumbersProps) {
  const t = useText();
  const store = useStoreShows();
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
  const notes = useQuery(notesQuery());
  const shown = now.data?.definition.currency ?? currency;
  const money = useMoney(shown, toman);
  const title = useHeadline(now.data, compared && before.data) ?? t("web.nav.today");
  return (
    <Page title={title} about={<About range={range} money={money} />}>
      {range?.frame && (
        <ReportBar search={search} onChange={change} frame={range.frame} mayStandAlone={false} />
      )}
      {range === undefined && <KeyNumbersSkeleton />}
      {range !== undefined && range.frame === null && (
        <NoOrders title={t("web.today.empty")} about={t("web.today.empty_about")} />
      )}
      {range?.frame && (
        <TodayReport
          range={range}
          search={search}
          onChange={change}
          money={money}
          linkTo={(group) => `${paths.customers}?group=${group}`}
          {...(knowsNames && {
            namesOf: (group) => <DearestCustomers group={group} store={store} />,
          })}
          marks={notes.data?.items ?? []}
        >
          <Board frame={range.frame} money={money} mayChange={maySet} />
        </TodayReport>
      )}
      <Section title={t("web.today.programs")} about={t("web.today.programs_about")}>
        <Anchor href={paths.apiDescription}>{t("web.today.api_description")}</Anchor>
      </Section>
    </Page>
  );
}

interface BoardProps {
  frame: ReportFrame;
  money: ShowMoney;
  mayChange: boolean;
}

/** What the owner wants, and what happened. */
function Board({ frame, money, mayChange }: BoardProps) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: "start" }}>
      <GoalSection
        days={frame}
        money={money}
        mayChange={mayChange}
        progress={(goal) => <GoalProgress goal={goal} frame={frame} money={money} />}
      />
      <NoteSection days={frame} mayChange={mayChange} />
    </SimpleGrid>
  );
}

interface AboutProps {
  range: ReportRange | undefined;
  money: ShowMoney;
}

/** Who has gone quiet, and which days all this speaks of. */
function About({ range, money }: AboutProps): ReactNode {
  const t = useText();
  const format = useFormat();
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
          <Anchor href="#quiet" underline="always">{t("web.today.quiet_see")}</Anchor>{" "}
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
