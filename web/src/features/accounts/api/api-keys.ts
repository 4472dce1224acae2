import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

export type ApiKey = components["schemas"]["ApiKey"];
export type Scope = ApiKey["scopes"][number];

export function apiKeysQuery() {
  return infiniteQueryOptions({
    queryKey: ["api-keys"],
    queryFn: ({ signal, pageParam }) =>
      api.get("/api/v1/api-keys", { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

function useKeysChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["api-keys"] });
}

export function useMakeApiKey() {
  return useMutation({
    mutationFn: (body: { name: string; scopes: Scope[] }) => api.post("/api/v1/api-keys", { body }),
    onSuccess: useKeysChanged(),
  });
}

export function useRevokeApiKey() {
  return useMutation({
    mutationFn: (id: string) => api.delete("/api/v1/api-keys/{id}", { path: { id } }),
    onSuccess: useKeysChanged(),
  });
}
