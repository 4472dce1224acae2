import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, getTagged } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import type { SettingsPatch } from "../model/presets";

export type Settings = components["schemas"]["Settings"];

/** The store's own choices: name, currency, time zone, calendar. */
export function settingsQuery() {
  return queryOptions({
    queryKey: ["settings"],
    queryFn: ({ signal }) => api.get("/api/v1/settings", { signal }),
    staleTime: 5 * 60_000,
  });
}

/** The same to be changed: with the tag that tells whether somebody else was quicker. */
export function settingsToChangeQuery() {
  return queryOptions({
    queryKey: ["settings", "to change"],
    queryFn: ({ signal }) => getTagged("/api/v1/settings", { signal }),
    staleTime: 0,
    refetchOnWindowFocus: false, // what is being typed stays
  });
}

/** Without a tag whatever is there is changed. Every number may be another afterwards. */
export function useChangeSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ patch, tag }: { patch: SettingsPatch; tag?: string | null }) =>
      api.patch("/api/v1/settings", { body: patch, ...(tag != null && { ifMatch: tag }) }),
    onSuccess: (settings) => {
      queries.setQueryData(settingsQuery().queryKey, settings);
      return queries.invalidateQueries();
    },
  });
}
