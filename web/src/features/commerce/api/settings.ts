import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";

/** The store's own choices: name, currency, time zone, calendar. */
export function settingsQuery() {
  return queryOptions({
    queryKey: ["settings"],
    queryFn: ({ signal }) => api.get("/api/v1/settings", { signal }),
    staleTime: 5 * 60_000,
  });
}
