import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { addressOf, api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import type { CustomerSearch } from "../model/customer-search";

type Schemas = components["schemas"];
export type CustomerItem = Schemas["CustomerItem"];
export type CustomerCounts = Schemas["CustomerCounts"];
export type Standing = Schemas["Standing"];

const pageSize = 50;

/** While the next list is on its way the last one stays. `run`: the scores it is asked of. */
export function customersQuery(search: CustomerSearch, run?: string) {
  return infiniteQueryOptions({
    queryKey: ["customers", "list", search, ...(run === undefined ? [] : [run])],
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

/** How many all pages together hold, and how many of them can be reached. */
export function countQuery(search: CustomerSearch) {
  const filters = { ...search, sort: undefined };
  return queryOptions({
    queryKey: ["customers", "count", filters],
    queryFn: ({ signal }) => api.get("/api/v1/customers/count", { query: filters, signal }),
    placeholderData: keepPreviousData,
  });
}

export function citiesQuery() {
  return queryOptions({
    queryKey: ["customers", "cities"],
    queryFn: ({ signal }) => api.get("/api/v1/customers/cities", { signal }),
    staleTime: 5 * 60_000,
  });
}

const files = {
  csv: "/api/v1/customers/export",
  xlsx: "/api/v1/customers/export-xlsx",
  phones: "/api/v1/customers/phones",
} as const;

/** A file of all that the filters choose, for the browser to download. */
export function fileAddress(
  file: keyof typeof files,
  search: CustomerSearch,
  everyone = false,
): string {
  return addressOf(files[file], {
    query: { ...search, ...(file === "phones" && everyone && { everyone }) },
  });
}
