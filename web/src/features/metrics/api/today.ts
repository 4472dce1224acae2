import { queryOptions } from "@tanstack/react-query";
import type { Snapshot } from "../model/today-numbers";
import { type Definition, type ReportOptions, reportQuery } from "./reports";

/** The reports that Today's numbers of a range are made of, as one question. */
export function snapshotQuery(asked: ReportOptions) {
  return queryOptions({
    queryKey: ["reports", "today", asked],
    queryFn: async ({ client }): Promise<Snapshot & { definition: Definition }> => {
      const until = untilOf(asked);
      const [summary, orderValues, retention, kinds] = await Promise.all([
        client.fetchQuery(reportQuery("summary", asked)),
        client.fetchQuery(reportQuery("order-values", asked)),
        client.fetchQuery(reportQuery("retention-rate", until)),
        client.fetchQuery(reportQuery("kinds", until)),
      ]);
      return {
        summary: summary.data,
        orderValues: orderValues.data,
        retention: retention.data,
        kinds: kinds.data,
        definition: summary.definition,
      };
    },
  });
}

/** The same question without a beginning: of what looks back from the range's end. */
export function untilOf({ to, as_of, prices }: ReportOptions): ReportOptions {
  return { to, as_of, prices };
}
