import { SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import type { Comparison } from "../api/value";
import type { ShownStore } from "../model/shown-store";
import { foretoldFrom, missedBy } from "../model/tracking";
import { Lines } from "./lines";

const ways = ["weekly", "cumulative"] as const;
type Way = (typeof ways)[number];

interface TrackingSectionProps {
  comparison: Comparison;
  store: ShownStore;
}

/** Repeat purchases week by week, as they came and as the model would have said. */
export function TrackingSection({ comparison, store }: TrackingSectionProps) {
  const t = useText();
  const format = useFormat();
  const [way, setWay] = useState<Way>("cumulative");
  const { weeks, calibration_end: end } = comparison;
  const days = useMemo(
    () => weeks.map(({ last_day }) => format.day(last_day, store.calendar)),
    [weeks, format, store.calendar],
  );
  const lines = useMemo(
    () => [
      {
        name: t("web.value.actual"),
        values: weeks.map((week) => (way === "weekly" ? week.actual : week.actual_cumulative)),
      },
      {
        name: t("web.value.foretold"),
        values: weeks.map((week) => (way === "weekly" ? week.expected : week.expected_cumulative)),
        foretold: true,
      },
    ],
    [weeks, way, t],
  );
  const first = foretoldFrom(weeks, end);
  const category = first === null ? undefined : days[first];
  const from = useMemo(
    () =>
      category === undefined ? null : { category, name: t("web.value.unknown_from") },
    [category, t],
  );
  if (weeks.length === 0) return null;
  const missed = missedBy(weeks, end);
  const said =
    missed === null
      ? t("web.value.tracking")
      : t("web.value.tracking_title", { share: format.percent(Math.abs(missed), 0) });
  const whole = (value: number) => format.number(Math.round(value));
  const table: ChartTable = {
    columns: [
      { name: t("web.value.week_end") },
      { name: t("web.value.actual"), show: whole },
      { name: t("web.value.foretold"), show: whole },
      { name: t("web.value.actual_sum"), show: whole },
      { name: t("web.value.foretold_sum"), show: whole },
    ],
    rows: weeks.map((week, index) => [
      days[index] ?? week.last_day,
      week.actual,
      week.expected,
      week.actual_cumulative,
      week.expected_cumulative,
    ]),
  };
  return (
    <ChartSection
      name="tracking"
      title={said}
      about={t("web.value.tracking_about", { day: format.day(end, store.calendar) })}
      table={table}
      controls={
        <SegmentedControl
          className="no-print"
          aria-label={t("web.value.tracking_way")}
          w="fit-content"
          value={way}
          onChange={(chosen) => setWay(chosen as Way)}
          data={ways.map((value) => ({ value, label: t(`web.value.${value}`) }))}
        />
      }
    >
      {(onDrawn) => (
        <Lines
          categories={days}
          lines={lines}
          from={from}
          show={format.short}
          label={said}
          onDrawn={onDrawn}
        />
      )}
    </ChartSection>
  );
}
