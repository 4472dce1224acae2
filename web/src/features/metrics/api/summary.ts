import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

export type Summary = components["schemas"]["SummaryData"];

export function summaryQuery() {
  return queryOptions({
    queryKey: ["reports", "summary"],
    queryFn: async ({ signal }) => (await api.get("/api/v1/reports/summary", { signal })).data,
  });
}
