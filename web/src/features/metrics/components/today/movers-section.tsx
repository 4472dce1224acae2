import { Group, NativeSelect, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { EmptyNote, ErrorNote, ListSkeleton } from "@/shared/ui/states";
import { type ReportOptions, reportQuery } from "../../api/reports";
import { breaks } from "../../model/report-search";
import { type Mover, moversOf } from "../../model/movers";
import type { ShowMoney } from "../../model/show-money";
import { HowCounted } from "../how-counted";
import classes from "./movers.module.css";

interface MoversSectionProps {
  asked: ReportOptions;
  compared: ReportOptions;
  by: string;
  onBy: (by: string) => void;
  money: ShowMoney;
}

/** Which customers brought more than before, and which less. */
export function MoversSection({ asked, compared, by, onBy, money }: MoversSectionProps) {
  const t = useText();
  const [nowQuery, beforeQuery] = useQueries({
    queries: [asked, compared].map((one) => reportQuery("summary", { ...one, break: by })),
  });
  const controls = (
    <NativeSelect
      className="no-print"
      size="sm"
      w="fit-content"
      aria-label={t("web.movers.by")}
      value={by}
      data={breaks.map((one) => ({ value: one, label: t(`web.bar.break_${one}`) }))}
      onChange={({ currentTarget }) => onBy(currentTarget.value)}
    />
  );
  const failed = [nowQuery, beforeQuery].find((query) => query?.isError);
  if (failed) return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!nowQuery?.data || !beforeQuery?.data) return <ListSkeleton rows={5} />;
  const movers = moversOf(nowQuery.data, beforeQuery.data);
  return (
    <MoversTable
      movers={movers}
      money={money}
      controls={controls}
      definition={<HowCounted definition={nowQuery.data.definition} />}
    />
  );
}

interface MoversTableProps {
  movers: readonly Mover[];
  money: ShowMoney;
  controls: React.ReactNode;
  definition: React.ReactNode;
}

function MoversTable({ movers, money, controls, definition }: MoversTableProps) {
  const t = useText();
  const nameOf = ({ value }: Mover) => value ?? t("web.movers.absent");
  const first = movers.find(({ value }) => value !== null);
  const most = Math.max(1, ...movers.map(({ change }) => Math.abs(change)));
  const title =
    first === undefined
      ? t("web.movers.title")
      : t(first.change > 0 ? "web.movers.title_more" : "web.movers.title_less", {
          name: nameOf(first),
          amount: money.withUnit(Math.abs(first.change)),
        });
  const table: ChartTable = {
    columns: [
      { name: t("web.movers.name") },
      { name: t("web.movers.before"), show: money.full },
      { name: t("web.movers.now"), show: money.full },
      { name: t("web.movers.change"), show: money.full },
    ],
    rows: movers.map((mover) => [nameOf(mover), mover.before, mover.now, mover.change]),
  };
  return (
    <ChartSection
      name="what-changed"
      title={title}
      about={t("web.movers.about")}
      table={table}
      controls={controls}
    >
      {() => (
        <>
          {movers.length === 0 ? (
            <EmptyNote title={t("web.movers.none")}>
              <Text c="dimmed">{t("web.movers.none_about")}</Text>
            </EmptyNote>
          ) : (
            <ul className={classes.list ?? ""}>
              {movers.map((mover) => (
                <MoverRow
                  key={mover.value ?? ""}
                  mover={mover}
                  name={nameOf(mover)}
                  share={Math.abs(mover.change) / most}
                  money={money}
                />
              ))}
            </ul>
          )}
          {definition}
        </>
      )}
    </ChartSection>
  );
}

interface MoverRowProps {
  mover: Mover;
  name: string;
  /** Of the largest change. */
  share: number;
  money: ShowMoney;
}

function MoverRow({ mover, name, share, money }: MoverRowProps) {
  const t = useText();
  const format = useFormat();
  const more = mover.change > 0;
  const size = money.withUnit(Math.abs(mover.change));
  return (
    <li className="row">
      <Group justify="space-between" gap="sm" wrap="nowrap" align="baseline">
        <Text fw={500}>
          <bdi>{name}</bdi>
        </Text>
        <Text
          className="numeric"
          fw={600}
          c={more ? "var(--vafa-good)" : "var(--mantine-color-error)"}
          style={{ flexShrink: 0 }}
        >
          {t(more ? "web.movers.more" : "web.movers.less", { amount: size })}
        </Text>
      </Group>
      <svg className={classes.bar} width="100%" height="6" aria-hidden="true">
        <rect
          width={`${Math.max(1, share * 100)}%`}
          height="6"
          rx="3"
          fill={more ? "var(--vafa-series-1)" : "var(--vafa-series-2)"}
        />
      </svg>
      <Text size="sm" c="dimmed" className="numeric">
        {t("web.change.from_to", {
          before: money.withUnit(mover.before),
          now: money.withUnit(mover.now),
        })}
        {mover.before > 0 &&
          ` · ${t(more ? "web.change.more_percent" : "web.change.less_percent", {
            size: format.percent(Math.abs(mover.change) / mover.before),
          })}`}
      </Text>
    </li>
  );
}
