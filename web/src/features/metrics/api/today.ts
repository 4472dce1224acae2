import { queryOptions } from "@tanstack/react-query";
import type { DayRange } from "../model/compared-range";
import type { Snapshot } from "../model/today-numbers";
import { type Definition, type ReportOptions, reportQuery } from "./reports";

/** The reports that Today's numbers of a range are made of, as one question. */
export function snapshotQuery(range: DayRange, options: ReportOptions = {}) {
  return queryOptions({
    queryKey: ["reports", "today", range, options],
    queryFn: async ({ client }): Promise<Snapshot & { definition: Definition }> => {
      const within = { ...options, ...range };
      // These two look back from the range's end, whatever its beginning.
      const until = { ...options, to: range.to };
      const [summary, orderValues, retention, kinds] = await Promise.all([
        client.fetchQuery(reportQuery("summary", within)),
        client.fetchQuery(reportQuery("order-values", within)),
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
