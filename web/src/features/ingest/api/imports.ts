import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import type { NewImport } from "../model/choices";

export type Import = components["schemas"]["Import"];
export type ImportState = Import["state"];
export type Progress = components["schemas"]["ImportProgress"];

export function importsQuery() {
  return infiniteQueryOptions({
    queryKey: ["imports"],
    queryFn: ({ signal, pageParam }) =>
      api.get("/api/v1/imports", { query: { cursor: pageParam, limit: 20 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ["import", id],
    queryFn: ({ signal }) => api.get("/api/v1/imports/{id}", { path: { id }, signal }),
  });
}

/** What columns can mean, by name, in the reader's language. */
export function fieldsQuery(language: string) {
  return queryOptions({
    queryKey: ["import fields", language],
    queryFn: async ({ signal }) => {
      const { items } = await api.get("/api/v1/imports/fields", { signal });
      return new Map(items.map(({ name, title }) => [name, title]));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function useImportsChanged() {
  const queries = useQueryClient();
  return (changed: Import) => {
    queries.setQueryData(importQuery(changed.id).queryKey, changed);
    return queries.invalidateQueries({ queryKey: ["imports"] });
  };
}

export function useAddImport() {
  return useMutation({
    mutationFn: (body: NewImport) => api.post("/api/v1/imports", { body }),
    onSuccess: useImportsChanged(),
  });
}

export function useCancelImport() {
  return useMutation({
    mutationFn: (id: string) => api.post("/api/v1/imports/{id}/cancel", { path: { id } }),
    onSuccess: useImportsChanged(),
  });
}

/** Lets a running import wait, or go on. */
export function usePauseImport() {
  return useMutation({
    mutationFn: ({ id, paused }: { id: string; paused: boolean }) =>
      paused
        ? api.post("/api/v1/imports/{id}/pause", { path: { id } })
        : api.post("/api/v1/imports/{id}/resume", { path: { id } }),
    onSuccess: useImportsChanged(),
  });
}

export function useUndoImport() {
  return useMutation({
    mutationFn: (id: string) => api.post("/api/v1/imports/{id}/undo", { path: { id } }),
    onSuccess: useImportsChanged(),
  });
}

/**
 * Takes an import back and queues it again, changed: the server undoes before it imports, so that
 * the second may be asked for at once, and nobody has to stay.
 */
export function useImportAgain() {
  const undo = useUndoImport();
  const add = useAddImport();
  return useMutation({
    mutationFn: async ({ id, changed }: { id: string; changed: NewImport }) => {
      await undo.mutateAsync(id);
      return add.mutateAsync(changed);
    },
  });
}
