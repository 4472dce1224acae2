import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

export type SummaryReport = components["schemas"]["SummaryReport"];
export type Summary = SummaryReport["data"];

export function summaryQuery() {
  return queryOptions({
    queryKey: ["reports", "summary"],
    queryFn: ({ signal }) => api.get("/api/v1/reports/summary", { signal }),
  });
}
