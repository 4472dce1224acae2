import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";

export function useRefreshSession() {
  const queries = useQueryClient();
  return async () => {
    // One after the other: the first answer brings the session's new tokens.
    await queries.invalidateQueries({ queryKey: ["session"] });
    await queries.invalidateQueries({ queryKey: ["sessions"] });
  };
}

export function useBeginSecondFactor() {
  return useMutation({
    mutationFn: (password: string) => api.post("/api/v1/second-factor", { body: { password } }),
  });
}

/** On from now; answers the recovery codes. The session is asked again when those were read. */
export function useConfirmSecondFactor() {
  return useMutation({
    mutationFn: (code: string) => api.post("/api/v1/second-factor/confirm", { body: { code } }),
  });
}

export function useRenewRecoveryCodes() {
  return useMutation({
    mutationFn: (password: string) =>
      api.post("/api/v1/second-factor/recovery-codes", { body: { password } }),
  });
}

export function useDisableSecondFactor() {
  return useMutation({
    mutationFn: (password: string) =>
      api.post("/api/v1/second-factor/remove", { body: { password } }),
    onSuccess: useRefreshSession(),
  });
}
