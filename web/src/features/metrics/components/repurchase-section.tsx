import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChartSection } from "@/shared/charts/chart-section";
import type { ChartTable } from "@/shared/charts/chart-table";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { Loaded } from "@/shared/ui/states";
import { type ReportOptions, reportQuery } from "../api/reports";
import { fewestCustomers, type Window, windowDays } from "../model/came-back";
import { HowCounted } from "./how-counted";
import { RepurchaseChart } from "./repurchase-chart";

export function RepurchaseSection({ range }: { range: ReportOptions }) {
  const t = useText();
  const format = useFormat();
  const query = useQuery(reportQuery("repurchase", { ...range, days: [...windowDays] }));
  return (
    <Loaded query={query}>
      {({ data, definition }) => {
        const windows = data.windows.filter(({ kind }) => kind === "within");
        const enough = windows.filter(({ eligible }) => eligible >= fewestCustomers);
        const label = windows
          .map((window) => sentence(window, t("web.repurchase.within", { days: window.days ?? 0, count: window.days ?? 0 })))
          .join("; ");
        function sentence({ rate }: Window, name: string): string {
          return `${name}: ${rate === null ? "–" : format.percent(rate)}`;
        }
        const table: ChartTable = {
          columns: [
            { name: t("web.repurchase.window") },
            { name: t("web.repurchase.came_back"), show: format.number },
            { name: t("web.repurchase.of"), show: format.number },
            { name: t("web.repurchase.rate"), show: (share) => format.percent(share) },
          ],
          rows: windows.map(({ days, retained, eligible, rate }) => [
            t("web.repurchase.within", { days: days ?? 0, count: days ?? 0 }),
            retained,
            eligible,
            rate,
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
                  <RepurchaseChart windows={windows} label={label} onDrawn={onDrawn} />
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
