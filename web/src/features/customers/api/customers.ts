import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { addressOf, api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import type { CustomerSearch } from "../model/customer-search";

export type CustomerItem = components["schemas"]["CustomerItem"];

const pageSize = 50;

/** While the next list is on its way the last one stays. */
export function customersQuery(search: CustomerSearch) {
  return infiniteQueryOptions({
    queryKey: ["customers", search],
    queryFn: ({ signal, pageParam }) =>
      api.get("/api/v1/customers", {
        query: { ...search, limit: pageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** A file of all that the filters choose, for the browser to download. */
export function exportAddress(search: CustomerSearch): string {
  return addressOf("/api/v1/customers/export", { query: { ...search } });
}
