import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { CustomerItem, Standing } from "./customers";

export type RfmGroup = Standing["group"];

const shown = 3;

/** Those of an RFM group who spent most. */
export function dearestQuery(group: RfmGroup) {
  return queryOptions({
    queryKey: ["customers", "dearest", group],
    queryFn: async ({ signal }): Promise<CustomerItem[]> => {
      const query = { group, sort: "spent" as const, limit: shown };
      return (await api.get("/api/v1/customers", { query, signal })).items;
    },
  });
}
