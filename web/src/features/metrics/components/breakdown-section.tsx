import { useQuery } from "@tanstack/react-query";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { EmptyNote, Loaded } from "@/shared/ui/states";
import { type ReportOptions, type Reports, reportQuery } from "../api/reports";
import { type PartFigures, partsOf } from "../model/breakdown";
import { scaleEnd } from "../model/interval";
import { breaks } from "../model/report-search";
import type { NameOf } from "../model/products";
import { BreakdownRow } from "./breakdown-row";
import classes from "./product-row.module.css";
import { HowCounted } from "./how-counted";
import { useMoney } from "./use-money";

interface BreakdownSectionProps {
  asked: ReportOptions;
  /** An option of reports: "city", "first_product", "trait:age" … */
  by: string;
  /** Count who bought again within so many days; without it, who bought again at all. */
  within?: number;
  /** What people call a value. */
  nameOf: NameOf;
  toman: boolean;
}

/** The page's customers in parts: the ten largest and the rest, side by side. */
export function BreakdownSection({ asked, by, within, ...rest }: BreakdownSectionProps) {
  const options = { ...asked, break: by };
  const summary = useQuery(reportQuery("summary", options));
  const repurchase = useQuery({
    ...reportQuery("repurchase", { ...options, days: [within ?? 0] }),
    enabled: within !== undefined,
  });
  return (
    <Loaded query={summary}>
      {(report) => (
        <Parts
          report={report}
          parts={partsOf(report, within === undefined ? undefined : repurchase.data)}
          by={by}
          within={within}
          {...rest}
        />
      )}
    </Loaded>
  );
}

interface PartsProps extends Pick<BreakdownSectionProps, "by" | "nameOf" | "toman"> {
  report: Reports["summary"];
  parts: readonly PartFigures[];
  within: number | undefined;
}

function Parts({ report, parts, by, within, nameOf, toman }: PartsProps) {
  const t = useText();
  const money = useMoney(report.definition.currency, toman);
  const known = breaks.find((one) => one === by);
  const title = t("web.parts.title", {
    by: known ? t(`web.bar.break_${known}`) : by.slice("trait:".length),
  });
  const names: Record<PartFigures["kind"], (value: string) => string> = {
    value: nameOf,
    absent: () => t("web.parts.absent"),
    other: () => t("web.parts.other"),
  };
  const name = ({ kind, value }: PartFigures) => names[kind](value ?? "");
  const rateName =
    within === undefined
      ? t("web.products.rate")
      : t("web.parts.within", { days: within });
  const average = within === undefined ? report.data.repeat_purchase_rate : null;
  const highs = parts.map(({ interval, tooFew }) => (tooFew ? 0 : (interval?.high ?? 0)));
  const end = scaleEnd([average ?? 0, ...highs]);
  return (
    <ChartSection
      name={`by-${by.replace(/\W/g, "-")}`}
      title={title}
      about={t("web.parts.about")}
      table={usePartTable(parts, name, rateName, money.full)}
    >
      {() => (
        <>
          {parts.length === 0 && <EmptyNote title={t("web.parts.none")} />}
          <ul className={classes.list}>
            {parts.map((part) => (
              <BreakdownRow
                key={`${part.kind} ${part.value}`}
                part={part}
                name={name(part)}
                rateName={rateName}
                average={average}
                end={end}
                money={money}
              />
            ))}
          </ul>
          <HowCounted definition={report.definition} />
        </>
      )}
    </ChartSection>
  );
}

function usePartTable(
  parts: readonly PartFigures[],
  name: (part: PartFigures) => string,
  rateName: string,
  money: (minor: number) => string,
): ChartTable {
  const t = useText();
  const format = useFormat();
  const share = (value: number) => format.percent(value);
  return {
    columns: [
      { name: t("web.parts.part") },
      { name: t("web.who.customers"), show: format.number },
      { name: rateName, show: share },
      { name: t("web.survival.low"), show: share },
      { name: t("web.survival.high"), show: share },
      { name: t("web.who.revenue"), show: money },
      { name: t("web.who.revenue_share"), show: share },
      { name: t("web.parts.average_order"), show: money },
    ],
    rows: parts.map((part) => [
      name(part),
      part.customers,
      part.rate,
      part.interval?.low ?? null,
      part.interval?.high ?? null,
      part.revenue,
      part.revenueShare,
      part.averageOrder,
    ]),
  };
}
