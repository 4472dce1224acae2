import { useQuery } from "@tanstack/react-query";
import { useText } from "@/shared/i18n/texts";
import { useFormat } from "@/shared/lib/use-format";
import { type ReportOptions, reportQuery } from "../../api/reports";
import { fewestCustomers } from "../../model/came-back";
import { pointsOf } from "../../model/change";
import { goneQuiet } from "../../model/quiet";
import { type Snapshot, tellsRetention } from "../../model/today-numbers";

/** The sentence that answers the page's question; null until there are numbers for one. */
export function useHeadline(now?: Snapshot, before?: Snapshot): string | null {
  const t = useText();
  const format = useFormat();
  if (now === undefined || now.summary.orders === 0) return null;
  const rate = tellsRetention(now) ? now.retention.retention_rate : null;
  const isBase = before !== undefined && tellsRetention(before);
  const earlier = isBase ? before.retention.retention_rate : null;
  const values = { now: format.percent(rate ?? 0), before: format.percent(earlier ?? 0) };
  const change = pointsOf({ now: rate, before: earlier });
  if (change !== null) return t(`web.today.headline_${change.direction}`, values);
  if (rate !== null) return t("web.today.headline_only", values);
  if (now.summary.repeat_purchase_rate === null) return null;
  if (now.summary.customers < fewestCustomers) {
    return t("web.today.headline_few", { count: now.summary.customers });
  }
  return t("web.today.headline", {
    rate: format.percent(now.summary.repeat_purchase_rate),
    count: now.summary.repeat_customers,
  });
}

/** How many good customers have gone quiet, and what they were worth; null for none. */
export function useGoneQuiet(until: ReportOptions | undefined) {
  const { data } = useQuery({ ...reportQuery("rfm", until), enabled: until !== undefined });
  if (!data) return null;
  const quiet = goneQuiet(data.data.groups);
  return quiet.customers > 0 ? quiet : null;
}
