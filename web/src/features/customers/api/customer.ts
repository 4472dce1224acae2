import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

type Schemas = components["schemas"];
export type Customer = Schemas["CustomerDetail"];
export type TimelineItem = Schemas["TimelineItem"];
export type CustomerNote = Schemas["CustomerNote"];
export type Order = Schemas["Order"];

const keyOf = (id: string) => ["customers", "one", id] as const;

export function customerQuery(id: string) {
  return queryOptions({
    queryKey: [...keyOf(id)],
    queryFn: ({ signal }) => api.get("/api/v1/customers/{id}", { path: { id }, signal }),
  });
}

export function timelineQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(id), "timeline"],
    queryFn: ({ signal, pageParam }) =>
      api.get("/api/v1/customers/{id}/timeline", {
        path: { id },
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

export function orderQuery(id: string) {
  return queryOptions({
    queryKey: ["orders", id],
    queryFn: ({ signal }) => api.get("/api/v1/orders/{id}", { path: { id }, signal }),
  });
}

function useTimelineChanged(id: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [...keyOf(id), "timeline"] });
}

export function useAddNote(id: string) {
  return useMutation({
    mutationFn: (text: string) =>
      api.post("/api/v1/customers/{id}/notes", { path: { id }, body: { text } }),
    onSuccess: useTimelineChanged(id),
  });
}

export function useChangeNote(id: string) {
  return useMutation({
    mutationFn: ({ note, text }: { note: string; text: string }) =>
      api.patch("/api/v1/customers/{id}/notes/{note}", { path: { id, note }, body: { text } }),
    onSuccess: useTimelineChanged(id),
  });
}

export function useDeleteNote(id: string) {
  return useMutation({
    mutationFn: (note: string) =>
      api.delete("/api/v1/customers/{id}/notes/{note}", { path: { id, note } }),
    onSuccess: useTimelineChanged(id),
  });
}
