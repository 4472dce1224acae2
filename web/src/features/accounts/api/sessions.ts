import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

export type DeviceSession = components["schemas"]["Session"];

/** Where one is signed in. */
export function sessionsQuery() {
  return queryOptions({
    queryKey: ["sessions"],
    queryFn: ({ signal }) => api.get("/api/v1/sessions", { signal }),
  });
}

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete("/api/v1/sessions/{id}", { path: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
}

export function useEndOtherSessions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete("/api/v1/sessions"),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
}
