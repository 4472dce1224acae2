// Every route once with valid input, in an order that makes sense in a store's life.
import assert from "node:assert/strict";
import { totp } from "./totp.mjs";
import { password, signIn } from "./server.mjs";

export async function story({ tell, callers, store }) {
  await people({ tell, callers, store });
}

async function people({ tell, callers, store }) {
  await tell("post_setup", { as: callers.stranger, body: { token: "x".repeat(43), name: "B", email: "b@example.com", password, locale: "fa" }, expect: [403, 409] });
  await tell("get_session");
  await tell("get_users");
  const added = await tell("post_users", { body: { email: "new@example.com", name: "نو <b>", role: "agent", locale: "fa" } });
  const id = added.json.user?.id ?? added.json.id;
  const seen = await tell("get_users_id", { ids: { id } });
  await tell("patch_users_id", { ids: { id }, body: { role: "analyst" }, headers: { "if-match": seen.headers.etag } });
  await tell("patch_users_id", { ids: { id }, body: { role: "agent" }, headers: { "if-match": seen.headers.etag }, expect: [412] });
  const link = await tell("post_users_id_reset_link", { ids: { id } });
  await tell("post_password_reset", { as: callers.stranger, body: { token: link.json.token, password } });
  await tell("post_session", { as: callers.stranger, body: { email: "new@example.com", password } });
  const person = await signIn(store, "new@example.com");

  await tell("get_sessions", { as: person });
  const other = (await tell("get_sessions", { as: person })).json.items.find((s) => !s.current);
  await tell("delete_sessions_id", { as: person, ids: { id: other.id } });
  await signIn(store, "new@example.com");
  await tell("delete_sessions", { as: person });

  const secret = await tell("post_second_factor", { as: person, body: { password } });
  await tell("post_second_factor_confirm", { as: person, body: { code: totp(secret.json.secret, -1) } });
  await tell("post_second_factor_recovery_codes", { as: person, body: { password } });
  await tell("post_second_factor_remove", { as: person, body: { password } });
  await tell("delete_users_id_second_factor", { ids: { id }, expect: [204, 409] });
  await tell("post_session_password", { as: person, body: { password, new_password: "another good password" } });
  await tell("delete_session", { as: person });
  await tell("delete_users_id", { ids: { id } });

  await tell("get_api_keys");
  const key = await tell("post_api_keys", { body: { name: "till", scopes: ["read"] }, headers: { "idempotency-key": "k1" } });
  // What is shown once is not shown again, not even to whoever repeats the request.
  await tell("post_api_keys", { body: { name: "till", scopes: ["read"] }, headers: { "idempotency-key": "k1" }, expect: [409] });
  assert.ok(key.json.key);
  await tell("delete_api_keys_id", { ids: { id: key.json.id ?? key.json.api_key.id } });
  await tell("get_audit", { parameters: [["limit", "5"]] });
}
