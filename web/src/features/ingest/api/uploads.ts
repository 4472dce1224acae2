import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/shared/api/client";
import { currentReader } from "@/shared/api/reader";
import type { components } from "@/shared/api/schema";
import { upload } from "@/shared/api/upload";
import { type Choices, type ImportKind, previewOf } from "../model/choices";

export type Upload = components["schemas"]["Upload"];

/** Sends a file; `share` of it has gone so far. */
export function useSendFile() {
  const [share, setShare] = useState(0);
  const mutation = useMutation({
    mutationFn: ({ file, name }: { file: Blob; name: string }) => {
      setShare(0);
      const options = { query: { name }, onShare: setShare };
      return upload<Upload>("/api/v1/imports/uploads", file, options);
    },
  });
  return { ...mutation, share };
}

/** The beginning of a file and what its columns are taken for. */
export function previewQuery(id: string, kind: ImportKind, choices: Choices) {
  const query = previewOf(kind, choices);
  return queryOptions({
    queryKey: ["uploads", id, "preview", query, currentReader().language],
    queryFn: ({ signal }) =>
      api.get("/api/v1/imports/uploads/{id}", { path: { id }, query, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY, // a file never changes
  });
}

/** All of it, read as an import would, without adding anything. */
export function dryRunQuery(id: string, kind: ImportKind, choices: Choices) {
  const query = { ...previewOf(kind, choices), dry_run: true };
  return queryOptions({
    queryKey: ["uploads", id, "dry run", query, currentReader().language],
    queryFn: async ({ signal }) => {
      const answer = await api.get("/api/v1/imports/uploads/{id}", { path: { id }, query, signal });
      return answer.dry_run;
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
}
