import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";

/** What the page shows of the report; everything the server counts is in its own document. */
export interface Summary {
  customers: number;
  orders: number;
  revenue_minor: number;
  currency: string;
  first_day: string | null;
  last_day: string | null;
  repeat_customers: number;
  repeat_purchase_rate: number | null;
  average_order_value_minor: number | null;
}

export function summaryQuery() {
  return queryOptions({
    queryKey: ["reports", "summary"],
    queryFn: async ({ signal }) => {
      const report = await api.get("/api/v1/reports/summary", { signal });
      return (report as unknown as { data: Summary }).data;
    },
  });
}
