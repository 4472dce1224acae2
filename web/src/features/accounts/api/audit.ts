import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema";

export type AuditEntry = components["schemas"]["AuditEntry"];

/** Absent: any. */
export interface AuditFilter {
  actor?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
}

export function auditQuery({ actor, action }: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ["audit", actor, action],
    queryFn: ({ signal, pageParam }) =>
      api.get("/api/v1/audit", { query: { actor, action, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

/** Who did something last, by name; null where that cannot be known here. */
export async function lastActor(action: string): Promise<string | null> {
  try {
    const { items } = await api.get("/api/v1/audit", { query: { action, limit: 1 } });
    const users = await api.get("/api/v1/users", {});
    return users.items.find(({ id }) => id === items[0]?.actor)?.name ?? null;
  } catch {
    return null;
  }
}
