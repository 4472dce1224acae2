import type { AuditEntry } from "../api/audit";

/** What was changed, as people call it: its name now or then. Ids of sessions say nothing. */
export function subjectOf(
  { subject, before, after }: Pick<AuditEntry, "subject" | "before" | "after">,
  names: ReadonlyMap<string, string>,
): string {
  if (subject.startsWith("ses_")) return "";
  return names.get(subject) ?? nameIn(after) ?? nameIn(before) ?? subject;
}

function nameIn(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null || !("name" in state)) return undefined;
  return typeof state.name === "string" ? state.name : undefined;
}
