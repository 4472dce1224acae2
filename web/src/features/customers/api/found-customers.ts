import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { CustomerItem } from "./customers";

const shown = 6;

/** The first few customers that what is typed may mean. */
export function foundCustomersQuery(q: string) {
  return queryOptions({
    queryKey: ["customers", "found", q],
    queryFn: async ({ signal }): Promise<CustomerItem[]> => {
      const page = await api.get("/api/v1/customers", { query: { q, limit: shown }, signal });
      return page.items;
    },
    placeholderData: keepPreviousData,
  });
}
