import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Goal, Note, PriceMonth } from "@/shared/api/board";
import { api } from "@/shared/api/client";

function useStale(...keys: string[]) {
  const queries = useQueryClient();
  return () => Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}

export function useAddNote() {
  return useMutation({
    mutationFn: (body: Omit<Note, "id">) => api.post("/api/v1/notes", { body }),
    onSuccess: useStale("notes"),
  });
}

export function useRemoveNote() {
  return useMutation({
    mutationFn: (id: string) => api.delete("/api/v1/notes/{id}", { path: { id } }),
    onSuccess: useStale("notes"),
  });
}

export function useAddGoal() {
  return useMutation({
    mutationFn: (body: Omit<Goal, "id">) => api.post("/api/v1/goals", { body }),
    onSuccess: useStale("goals"),
  });
}

export function useRemoveGoal() {
  return useMutation({
    mutationFn: (id: string) => api.delete("/api/v1/goals/{id}", { path: { id } }),
    onSuccess: useStale("goals"),
  });
}

/** Reports in real terms answer anew. */
export function useReplacePrices() {
  return useMutation({
    mutationFn: (months: PriceMonth[]) => api.put("/api/v1/prices", { body: { months } }),
    onSuccess: useStale("prices", "reports"),
  });
}
