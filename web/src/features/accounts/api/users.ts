import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type BodyOf } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

export type User = components["schemas"]["User"];
export type Role = User["role"];
export type NewUser = BodyOf<"post", "/api/v1/users">;
export type UserPatch = BodyOf<"patch", "/api/v1/users/{id}">;

export function usersQuery() {
  return infiniteQueryOptions({
    queryKey: ["users"],
    queryFn: ({ signal, pageParam }) =>
      api.get("/api/v1/users", { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

function useUsersChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["users"] });
}

export function useAddUser() {
  return useMutation({
    mutationFn: (body: NewUser) => api.post("/api/v1/users", { body }),
    onSuccess: useUsersChanged(),
  });
}

export function useChangeUser() {
  return useMutation({
    mutationFn: ({ id, ...body }: UserPatch & { id: string }) =>
      api.patch("/api/v1/users/{id}", { path: { id }, body }),
    onSettled: useUsersChanged(),
  });
}

export function useDeleteUser() {
  return useMutation({
    mutationFn: (id: string) => api.delete("/api/v1/users/{id}", { path: { id } }),
    onSuccess: useUsersChanged(),
  });
}

export function useMakePasswordLink() {
  return useMutation({
    mutationFn: (id: string) => api.post("/api/v1/users/{id}/reset-link", { path: { id } }),
  });
}

/** For who lost telephone and recovery codes. */
export function useDropSecondFactor() {
  return useMutation({
    mutationFn: (id: string) => api.delete("/api/v1/users/{id}/second-factor", { path: { id } }),
    onSuccess: useUsersChanged(),
  });
}
