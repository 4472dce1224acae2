// Every route once with valid input, in an order that makes sense in a store's life.
import assert from "node:assert/strict";
import { totp } from "./totp.mjs";
import { password, signIn, tokenOf, vafa } from "./server.mjs";

export async function story(all) {
  await people(all);
  await settings(all);
  await board(all);
  await imports(all);
  await facts(all);
  await reports(all);
  await value(all);
  await demo(all);
}

// The store was made with a demo: it goes, and another one comes.
async function demo({ tell }) {
  const made = (await tell("get_demo")).json;
  assert.equal(made.state, "done");
  await tell("post_demo", { body: {}, expect: [409] });
  assert.equal((await tell("delete_demo", { body: {} })).json.state, "undoing");
  await tell("get_imports_id_events", { ids: { id: made.import }, expect: [200, 404] });
  while ((await tell("get_demo")).json.state !== "none") await new Promise((done) => setTimeout(done, 100));
  const again = (await tell("post_demo", { body: { market: "russia" } })).json;
  await tell("post_imports_id_cancel", { ids: { id: again.import } });
}

async function settings({ tell }) {
  const seen = await tell("get_settings");
  const changed = await tell("patch_settings", { body: { store_name: "فروشگاه", first_weekday: "saturday" }, headers: { "if-match": seen.headers.etag } });
  assert.equal(changed.json.store_name, "فروشگاه");
  await tell("patch_settings", { body: { store_name: "B" }, headers: { "if-match": seen.headers.etag }, expect: [412] });
}

async function board({ tell }) {
  const note = (await tell("post_notes", { body: { day: "2026-01-05", text: "New shop <window>" } })).json;
  assert.equal((await tell("get_notes")).json.items[0].id, note.id);
  await tell("delete_notes_id", { ids: { id: note.id } });
  const goal = (await tell("post_goals", { body: { metric: "retention", target: 0.4, from: "2026-01", due: "2026-12" } })).json;
  assert.equal((await tell("get_goals")).json.items[0].due, "2026-12-31");
  await tell("delete_goals_id", { ids: { id: goal.id } });
  const months = [{ month: "2026-01", index: 100 }, { month: "2026-02", index: 104.5 }];
  await tell("put_prices", { body: { months } });
  assert.deepEqual((await tell("get_prices")).json.months, months);
}

const file = `order id,created at,email,customer name,total,currency
A-1,2026-01-05,lost@example.com,"<img src=x onerror=alert(1)>",100,EUR
A-2,2026-01-06,lost@example.com,"=cmd|' /C calc'!A0",250,EUR
A-3,not a day,b@example.com,B,10,EUR
`;

async function imports({ tell, callers, store }) {
  await tell("get_imports_fields");
  await tell("get_imports_presets");
  const upload = (await tell("post_imports_uploads", { parameters: [["name", "orders.csv"]], body: file })).json;
  await tell("get_imports_uploads");
  await tell("get_imports_uploads_id", { ids: { id: upload.id }, parameters: [["dry_run", "true"]] });
  const other = (await tell("post_imports_uploads", { parameters: [["name", "other.csv"]], body: file })).json;
  await tell("delete_imports_uploads_id", { ids: { id: other.id } });
  const begun = (await tell("post_imports", { body: { uploads: [upload.id] } })).json;
  const events = await tell("get_imports_id_events", { ids: { id: begun.id } });
  assert.match(events.text, /^event: done$/m);
  await tell("get_imports");
  const done = (await tell("get_imports_id", { ids: { id: begun.id } })).json;
  assert.equal(done.state, "done", JSON.stringify(done));
  const rejected = await tell("get_imports_id_rejected", { ids: { id: begun.id } });
  assert.match(rejected.text, /not a day/);
  await tell("post_imports_id_cancel", { ids: { id: begun.id }, expect: [202, 409] });
  await tell("post_imports_id_pause", { ids: { id: begun.id }, expect: [409] });
  await tell("post_imports_id_resume", { ids: { id: begun.id }, expect: [409] });
  await undo(tell, begun.id, upload.id);
}

// Taken back, and imported again: the same orders are new.
async function undo(tell, first, upload) {
  const before = (await tell("get_imports_id", { ids: { id: first } })).json.result;
  assert.equal((await tell("post_imports_id_undo", { ids: { id: first } })).json.state, "undoing");
  assert.match((await tell("get_imports_id_events", { ids: { id: first } })).text, /^event: done$/m);
  const undone = (await tell("get_imports_id", { ids: { id: first } })).json;
  assert.equal(undone.state, "undone", JSON.stringify(undone));
  assert.equal(undone.undo.removed, before.orders_added);
  await tell("post_imports_id_undo", { ids: { id: first }, expect: [409] });
  const again = (await tell("post_imports", { body: { uploads: [upload] } })).json;
  await tell("get_imports_id_events", { ids: { id: again.id } });
  const result = (await tell("get_imports_id", { ids: { id: again.id } })).json.result;
  assert.equal(result.orders_added, before.orders_added);
}

async function facts({ tell }) {
  const page = (await tell("get_customers", { parameters: [["limit", "3"]] })).json;
  assert.equal(page.items.length, 3);
  await tell("get_customers", { parameters: [["limit", "3"], ["cursor", page.next_cursor]] });
  const found = (await tell("get_customers", { parameters: [["q", "lost@ex"]] })).json.items;
  assert.equal(found.length, 1);
  const [kept, merged] = page.items;
  const customer = (await tell("get_customers_id", { ids: { id: merged.id } })).json;
  await tell("post_customers_id_merge", { ids: { id: merged.id }, body: { into: kept.id } });
  await tell("post_customers_id_unlink", { ids: { id: kept.id }, body: { profile: customer.profiles[0].id } });
  await tell("get_customers_id_orders", { ids: { id: kept.id } });
  const one = { id: kept.id };
  assert.ok((await tell("get_customers_count", { parameters: [["has_email", "true"]] })).json.customers > 0);
  await tell("get_customers_cities");
  await tell("get_customers", { parameters: [["sort", "spent"], ["rfm", "5x"], ["min_orders", "1"], ["limit", "2"]] });
  const note = (await tell("post_customers_id_notes", { ids: one, body: { text: "likes <b>tea</b>" } })).json;
  await tell("patch_customers_id_notes_note", { ids: { ...one, note: note.id }, body: { text: "likes coffee" } });
  const past = (await tell("get_customers_id_timeline", { ids: one })).json.items;
  assert.equal(past[0].note.text, "likes coffee");
  await tell("delete_customers_id_notes_note", { ids: { ...one, note: note.id } });
  const book = await tell("get_customers_export_xlsx", { parameters: [["q", "lost@example.com"]] });
  assert.match(book.text, /^PK/);
  await tell("get_customers_phones", { parameters: [["everyone", "true"]] });
  const sheet = await tell("get_customers_export", { parameters: [["q", "lost@example.com"]] });
  assert.doesNotMatch(sheet.text, /(^|,)"?=cmd/m);
  const orders = (await tell("get_orders", { parameters: [["limit", "2"]] })).json.items;
  await tell("get_orders_id", { ids: { id: orders[0].id } });
  const products = (await tell("get_products", { parameters: [["limit", "2"]] })).json.items;
  await tell("get_products", { parameters: [["keys", `${products[0].key},nobody-sells-it`]] });
  await tell("get_products_id", { ids: { id: products[0].id } });
  await tell("get_shops");
}

// Each as the command line prints it, by the byte.
async function reports({ tell, store }) {
  const names = (await tell("get_reports")).json;
  for (const { name } of names.items) {
    const answer = await tell(`get_reports_${name.replaceAll("-", "_")}`, { parameters: [["as_of", "2026-02-28"], ["purchase", "day"]] });
    const printed = vafa("report", name, "--data", store.folder, "--as-of", "2026-02-28", "--purchase", "day", "--format", "json");
    assert.equal(answer.text, printed, name);
    await tell(`get_reports_${name.replaceAll("-", "_")}`, { parameters: [["break", "first_category"]] });
  }
  await tell("get_reports_name", { ids: { name: "sumary" }, expect: [404] });
}

// What customers are worth: calculated, shown, and asked for again only to be cancelled.
async function value({ tell }) {
  const asked = (await tell("post_value_runs")).json;
  const ids = { id: asked.id };
  for (let run = asked; run.state !== "done"; run = (await tell("get_value_runs_id", { ids })).json.run) {
    assert.ok(run.state === "queued" || run.state === "running", run.problem);
    await new Promise((done) => setTimeout(done, 100));
  }
  const shown = (await tell("get_value")).json;
  assert.equal(shown.run.id, asked.id);
  assert.equal(shown.summary.scores.tenths.length, 10);
  assert.equal((await tell("get_value_runs", { parameters: [["limit", "1"]] })).json.items[0].id, asked.id);
  await tell("get_value_checks");
  await tell("post_value_runs_id_cancel", { ids, expect: [409] });
  const best = (await tell("get_customers", { parameters: [["sort", "value"], ["min_alive_percent", "1"]] })).json.items[0];
  assert.ok(best.score.p_alive.value >= 0.01);
  const again = (await tell("post_value_runs")).json;
  await tell("post_value_runs_id_cancel", { ids: { id: again.id }, expect: [202, 409] });
}

async function people({ tell, callers, store }) {
  await tell("post_setup", { as: callers.stranger, body: { token: "x".repeat(43), name: "B", email: "b@example.com", password, locale: "fa" }, expect: [403, 409] });
  await tell("get_session");
  await tell("get_users");
  const added = await tell("post_users", { body: { email: "new@example.com", name: "نو <b>", role: "agent", locale: "fa" } });
  const id = added.json.user.id;
  const seen = await tell("get_users_id", { ids: { id } });
  await tell("patch_users_id", { ids: { id }, body: { role: "analyst" }, headers: { "if-match": seen.headers.etag } });
  await tell("patch_users_id", { ids: { id }, body: { role: "agent" }, headers: { "if-match": seen.headers.etag }, expect: [412] });
  const link = await tell("post_users_id_reset_link", { ids: { id } });
  await tell("post_password_reset", { as: callers.stranger, body: { token: tokenOf(link.json), password } });
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
  await tell("delete_api_keys_id", { ids: { id: key.json.api_key.id } });
  await tell("get_audit", { parameters: [["limit", "5"]] });
}
