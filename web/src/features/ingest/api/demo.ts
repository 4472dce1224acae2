import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

export type Demo = components["schemas"]["Demo"];

const askAgainMs = 1500;

export const isMoving = (demo: Demo | undefined) =>
  demo !== undefined && ["queued", "running", "stopped", "undoing"].includes(demo.state);

/** Whether this store is made up; asked again and again while that changes. */
export function demoQuery() {
  return queryOptions({
    queryKey: ["demo"],
    queryFn: ({ signal }) => api.get("/api/v1/demo", { signal }),
    staleTime: 60_000,
    refetchInterval: ({ state }) => (isMoving(state.data) ? askAgainMs : false),
  });
}

export function useMakeDemo() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post("/api/v1/demo", { body: {} }),
    onSuccess: (demo) => queries.setQueryData(demoQuery().queryKey, demo),
  });
}

export function useRemoveDemo() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete("/api/v1/demo"),
    onSuccess: (demo) => queries.setQueryData(demoQuery().queryKey, demo),
  });
}
