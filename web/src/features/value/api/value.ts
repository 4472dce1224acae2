import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

type Schemas = components["schemas"];
export type Overview = Schemas["CustomerValueOverview"];
export type Run = Schemas["ValueRun"];
export type Summary = Schemas["ValueSummary"];
export type Comparison = Schemas["ModelComparison"];
export type Check = Schemas["ForecastCheck"];
export type ReliabilityBin = Schemas["ReliabilityBin"];
export type Week = Schemas["TrackedWeek"];
export type ValueTenth = Schemas["ValueTenth"];

const overviewKey = ["value", "overview"] as const;
const askEveryMs = 1000;

/** What the latest calculation found; asked again by the second while one is under way. */
export function valueQuery() {
  return queryOptions({
    queryKey: [...overviewKey],
    queryFn: ({ signal }) => api.get("/api/v1/value", { signal }),
    refetchInterval: ({ state }) => (state.data?.open ? askEveryMs : false),
  });
}

export function checksQuery() {
  return queryOptions({
    queryKey: ["value", "checks"],
    queryFn: ({ signal }) => api.get("/api/v1/value/checks", { query: { limit: 24 }, signal }),
  });
}

/** `latest`: the run that is shown, so that a new one is listed at once. */
export function runsQuery(latest: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["value", "runs", latest],
    queryFn: ({ signal, pageParam }) =>
      api.get("/api/v1/value/runs", { query: { limit: 10, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

export function useCalculate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post("/api/v1/value/runs"),
    onSettled: () => queries.invalidateQueries({ queryKey: [...overviewKey] }),
  });
}

export function useCancelRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post("/api/v1/value/runs/{id}/cancel", { path: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["value"] }),
  });
}
