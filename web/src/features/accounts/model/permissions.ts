import type { Session } from "../api/session";

export type Permission = Session["permissions"][number];

export function may(session: Session | null | undefined, permission: Permission): boolean {
  return session?.permissions.includes(permission) ?? false;
}

/** From the widest to the narrowest; only an owner makes owners. */
export const roles = ["owner", "admin", "marketer", "agent", "analyst"] as const;

export function rolesToGive(session: Session | null | undefined) {
  return session?.user.role === "owner" ? roles : roles.filter((role) => role !== "owner");
}
