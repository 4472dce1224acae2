import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type BodyOf } from "@/shared/api/client";
import { sessionQuery } from "./session";

/** Makes the owner and signs them in. */
export function useSetup() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyOf<"post", "/api/v1/setup">) => api.post("/api/v1/setup", { body }),
    onSuccess: () => queries.fetchQuery({ ...sessionQuery(), staleTime: 0 }),
  });
}
