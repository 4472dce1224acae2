import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";
import { sessionQuery } from "./session";

/** Makes the owner and signs them in. */
export function useSetup() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: components["schemas"]["SetupRequest"]) => api.post("/api/v1/setup", { body }),
    onSuccess: () => queries.fetchQuery({ ...sessionQuery(), staleTime: 0 }),
  });
}
