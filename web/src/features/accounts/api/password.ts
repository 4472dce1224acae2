import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";

/** By a one-time link: who forgot theirs, or was invited. */
export function useResetPassword() {
  return useMutation({
    mutationFn: (body: { token: string; password: string }) =>
      api.post("/api/v1/password/reset", { body }),
  });
}

/** One's own; all other sessions end. */
export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { password: string; new_password: string }) =>
      api.post("/api/v1/session/password", { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
}
