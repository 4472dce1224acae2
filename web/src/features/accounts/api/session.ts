import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type BodyOf } from "@/shared/api/client";
import { Problem } from "@/shared/api/problem";
import { setReader } from "@/shared/api/reader";
import type { components } from "@/shared/api/schema";
import { forgetDrafts } from "@/shared/lib/remember";

export type Session = components["schemas"]["Me"];
export type Credentials = BodyOf<"post", "/api/v1/session">;

/** Who is signed in; null for a stranger. */
export function sessionQuery() {
  return queryOptions({
    queryKey: ["session"],
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return remembered(await api.get("/api/v1/session", { signal }));
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return remembered(null);
        throw error;
      }
    },
    staleTime: 60_000,
    retry: false,
  });
}

function remembered<S extends Session | null>(session: S): S {
  setReader({ csrfToken: session?.csrf_token ?? null });
  return session;
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => api.post("/api/v1/session", { body: credentials }),
    onSuccess: (session) => queries.setQueryData(["session"], remembered(session)),
  });
}

/** What the one who leaves has seen goes with them. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete("/api/v1/session"),
    onSuccess: () => {
      forgetDrafts();
      queries.clear();
      queries.setQueryData(["session"], remembered(null));
    },
  });
}
