/** What the log can be filtered by. Another action is still shown, by its own name. */
export const auditActions = [
  "session.open",
  "session.close",
  "session.end",
  "session.end_others",
  "second_factor.begin",
  "second_factor.on",
  "second_factor.off",
  "second_factor.recovery_codes",
  "user.add",
  "user.change",
  "user.delete",
  "user.reset_link",
  "user.use_link",
  "user.set_password",
  "user.change_password",
  "user.drop_second_factor",
  "api_key.add",
  "api_key.revoke",
  "customer.note_add",
  "customer.note_change",
  "customer.note_delete",
  "value_runs.add",
  "value_runs.cancel",
] as const;

export type AuditAction = (typeof auditActions)[number];
