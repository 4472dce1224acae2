import { Group, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { pricesQuery } from "@/shared/api/board";
import { useText } from "@/shared/i18n/texts";
import { calendarOfLabel } from "@/shared/lib/days";
import { useFormat } from "@/shared/lib/use-format";
import { DayField } from "@/shared/ui/day-field";
import classes from "./report-bar.module.css";
import type { ReportFrame } from "../api/use-report-range";
import { daysOfSpan, rangeOf } from "../model/report-range";
import {
  breaks,
  type Comparison,
  comparisons,
  type ReportSearch,
  type Span,
  spans,
} from "../model/report-search";

interface ReportBarProps {
  search: ReportSearch;
  onChange: (change: Partial<ReportSearch>) => void;
  frame: ReportFrame;
  /** Where parts of the store can be looked at one by one. */
  withBreak?: boolean;
  /** False where nothing stands beside an earlier time. */
  withCompare?: boolean;
  /** False: a page that is about change; `search` then names span and comparison. */
  mayStandAlone?: boolean;
}

const chosen = "chosen";
const none = "";

/** Which days, beside what, and by what parts: the questions that every report page takes. */
export function ReportBar(props: ReportBarProps) {
  const { search, onChange, frame, withBreak = false, mayStandAlone = true } = props;
  const { withCompare = true } = props;
  const t = useText();
  const isChosen = search.from !== undefined;
  const trait = search.break?.startsWith("trait:") ? [search.break] : [];
  const choose = (value: string) => {
    if (value !== chosen) {
      return onChange({ span: spanOr(value, mayStandAlone), from: undefined, to: undefined });
    }
    const shown = rangeOf(search, frame) ?? daysOfSpan("12m", frame);
    onChange({ span: undefined, from: shown?.from, to: shown?.to });
  };
  return (
    <Group
      gap="sm"
      align="flex-end"
      className={`${classes.bar} no-print`}
      role="group"
      aria-label={t("web.bar.name")}
    >
      <NativeSelect
        label={t("web.bar.days")}
        value={isChosen ? chosen : (search.span ?? "all")}
        data={[
          ...spans.map((span) => ({ value: span as string, label: t(`web.bar.span_${span}`) })),
          { value: chosen, label: t("web.bar.span_chosen") },
        ]}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {isChosen && <ChosenDays search={search} onChange={onChange} frame={frame} />}
      {withCompare && (
        <NativeSelect
          label={t("web.bar.compare")}
          value={search.compare ?? none}
          data={[
            ...(mayStandAlone ? [{ value: none, label: t("web.bar.compare_none") }] : []),
            ...comparisons.map((one) => ({
              value: one as string,
              label: t(`web.bar.compare_${one}`),
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ compare: value === none ? undefined : (value as Comparison) })
          }
        />
      )}
      <PricesField search={search} onChange={onChange} />
      {withBreak && (
        <NativeSelect
          label={t("web.bar.break")}
          value={search.break ?? none}
          data={[
            { value: none, label: t("web.bar.break_none") },
            ...breaks.map((one) => ({ value: one as string, label: t(`web.bar.break_${one}`) })),
            ...trait.map((one) => ({ value: one, label: one.slice("trait:".length) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ break: value === none ? undefined : value })
          }
        />
      )}
    </Group>
  );
}

/** All days go unsaid, where they are what a page shows by itself. */
function spanOr(value: string, allUnsaid: boolean): Span | undefined {
  return value === "all" && allUnsaid ? undefined : spans.find((span) => span === value);
}

function ChosenDays({ search, onChange, frame }: ReportBarProps) {
  const t = useText();
  const range = rangeOf(search, frame);
  if (range === null) return null;
  const field = { calendar: frame.calendar, firstWeekday: frame.firstWeekday };
  return (
    <>
      <DayField
        {...field}
        label={t("web.bar.from")}
        value={range.from}
        onChange={(from) => onChange({ from, to: range.to < from ? from : range.to })}
      />
      <DayField
        {...field}
        label={t("web.bar.to")}
        value={range.to}
        onChange={(to) => onChange({ to, from: to < range.from ? to : range.from })}
      />
    </>
  );
}

/** Growth misleads at high inflation: amounts in one month's prices, where an index is kept. */
function PricesField({ search, onChange }: Pick<ReportBarProps, "search" | "onChange">) {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery(pricesQuery());
  const base = data?.months.at(-1);
  if (base === undefined && search.prices === undefined) return null;
  const month = base === undefined ? "" : format.period(base.month, calendarOfLabel(base.month));
  return (
    <NativeSelect
      label={t("web.bar.prices")}
      value={search.prices ?? none}
      data={[
        { value: none, label: t("web.bar.prices_nominal") },
        { value: "real", label: t("web.bar.prices_real", { month }) },
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange({ prices: value === "real" ? "real" : undefined })
      }
    />
  );
}
