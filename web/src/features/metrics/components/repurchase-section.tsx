import { Text } from "@mantine/core";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import { type ReportRange, useReportPair } from "../api/use-report-range";
import { fewestCustomers, type Window, windowDays } from "../model/came-back";
import { HowCounted } from "./how-counted";
import { RepurchaseChart } from "./repurchase-chart";

export function RepurchaseSection({ range }: { range: ReportRange }) {
  const t = useText();
  const format = useFormat();
  const { query, before } = useReportPair("repurchase", range, { days: [...windowDays] });
  return (
    <Loaded query={query}>
      {({ data, definition }) => {
        const windows = data.windows.filter(({ kind }) => kind === "within");
        const earlier = before?.data.windows.filter(({ kind }) => kind === "within");
        const enough = windows.filter(({ eligible }) => eligible >= fewestCustomers);
        const label = windows
          .map((window) => {
            const days = window.days ?? 0;
            return sentence(window, t("web.repurchase.within", { days, count: days }));
          })
          .join("; ");
        function sentence({ rate }: Window, name: string): string {
          return `${name}: ${rate === null ? "–" : format.percent(rate)}`;
        }
        const percent = (share: number) => format.percent(share);
        const table: ChartTable = {
          columns: [
            { name: t("web.repurchase.window") },
            { name: t("web.repurchase.came_back"), show: format.number },
            { name: t("web.repurchase.of"), show: format.number },
            { name: t("web.repurchase.rate"), show: percent },
            ...(earlier ? [{ name: t("web.report.before"), show: percent }] : []),
          ],
          rows: windows.map(({ days, retained, eligible, rate }, index) => [
            t("web.repurchase.within", { days: days ?? 0, count: days ?? 0 }),
            retained,
            eligible,
            rate,
            ...(earlier ? [earlier[index]?.rate ?? null] : []),
          ]),
        };
        return (
          <ChartSection
            name="repurchase"
            title={t("web.repurchase.title")}
            about={t("web.repurchase.about")}
            table={table}
          >
            {(onDrawn) => (
              <>
                {enough.length > 0 ? (
                  <RepurchaseChart
                    windows={windows}
                    before={earlier}
                    label={label}
                    onDrawn={onDrawn}
                  />
                ) : (
                  <Text c="dimmed">{t("web.report.too_few", { count: fewestCustomers })}</Text>
                )}
                <HowCounted definition={definition} />
              </>
            )}
          </ChartSection>
        );
      }}
    </Loaded>
  );
}
