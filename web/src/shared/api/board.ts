import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { components } from "./schema";

/** What the owner set beside the numbers; charts and reports of every page look at it. */
export type Note = components["schemas"]["Note"];
export type Goal = components["schemas"]["Goal"];
export type PriceMonth = components["schemas"]["PriceMonth"];

export function notesQuery() {
  return queryOptions({
    queryKey: ["notes"],
    queryFn: ({ signal }) => api.get("/api/v1/notes", { signal }),
  });
}

export function goalsQuery() {
  return queryOptions({
    queryKey: ["goals"],
    queryFn: ({ signal }) => api.get("/api/v1/goals", { signal }),
  });
}

export function pricesQuery() {
  return queryOptions({
    queryKey: ["prices"],
    queryFn: ({ signal }) => api.get("/api/v1/prices", { signal }),
  });
}
