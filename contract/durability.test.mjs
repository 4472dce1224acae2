// What was acknowledged stays, whatever ends the process.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Caller, Store, password, vafa } from "./server.mjs";

let store;
let owner;

async function begin() {
  await store.start();
  if (!owner) {
    const stranger = new Caller(store);
    const made = await stranger.post("/api/v1/setup", { token: store.setupToken, name: "O", email: "o@example.com", password, locale: "en" });
    assert.equal(made.status, 201, made.text);
    const key = JSON.parse(vafa("api-key", "create", "--data", store.folder, "--scopes", "admin", "--format", "json")).key;
    owner = { authorization: `Bearer ${key}` };
  }
  return new Caller(store, owner);
}

beforeEach(() => {
  store = new Store();
  owner = undefined;
});
afterEach(async () => {
  await store.stop("SIGKILL");
  store.remove();
});

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

test("SIGTERM under load finishes what has arrived", async () => {
  await begin();
  // Slow ones: each waits for its turn to hash a password.
  const callers = Array.from({ length: 4 }, () => new Caller(store));
  const sendings = [];
  const noted = () => {
    let sent;
    sendings.push(new Promise((done) => (sent = done)));
    return { sent };
  };
  const answers = callers.map((caller, i) => caller.post("/api/v1/session", { email: `x${i}@example.com`, password: "wrong password" }, noted()));
  const quick = Array.from({ length: 30 }, () => new Caller(store, owner).get("/api/v1/users", noted()));
  await Promise.all(sendings);
  const exit = store.stop("SIGTERM");
  for (const { status } of await Promise.all(answers)) assert.ok([401, 429].includes(status), status);
  for (const { status, json } of await Promise.all(quick)) {
    assert.equal(status, 200);
    assert.equal(json.items.length, 1);
  }
  assert.deepEqual(await exit, { code: 0, signal: null });
  await assert.rejects(new Caller(store).get("/healthz"));
});

test("SIGKILL loses no acknowledged write, and a repeated key doubles none", async () => {
  const acknowledged = new Set();
  const begun = new Set();
  for (let round = 0; round < 3; round++) {
    const admin = await begin();
    let running = true;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let i = 0; running; i++) {
        const name = `${round}-${writer}-${i}`;
        begun.add(name);
        try {
          const answer = await admin.post("/api/v1/api-keys", { name, scopes: ["read"] }, { headers: { "idempotency-key": name } });
          if (answer.status === 201) acknowledged.add(name);
          else throw new Error(answer.text);
        } catch {
          return; // the server went
        }
      }
    });
    await pause(300 + 170 * round);
    await store.stop("SIGKILL");
    running = false;
    await Promise.all(writers);
  }
  assert.ok(acknowledged.size > 50, `${acknowledged.size} writes`);

  const admin = await begin();
  const listed = async () => {
    const names = [];
    for (let cursor = ""; cursor !== null; ) {
      const page = (await admin.get(`/api/v1/api-keys?limit=200${cursor && `&cursor=${cursor}`}`)).json;
      names.push(...page.items.map((key) => key.name).filter((name) => begun.has(name)));
      cursor = page.next_cursor;
    }
    return names;
  };
  const kept = new Set(await listed());
  for (const name of acknowledged) assert.ok(kept.has(name), `${name} was acknowledged and is gone`);
  // Whoever got no answer asks again: done once, whether the first try came through or not.
  for (const name of begun) {
    if (acknowledged.has(name)) continue;
    const again = await admin.post("/api/v1/api-keys", { name, scopes: ["read"] }, { headers: { "idempotency-key": name } });
    assert.equal(again.status, kept.has(name) ? 409 : 201, again.text);
  }
  assert.deepEqual((await listed()).sort(), [...begun].sort());
});

test("an accepted import is done after SIGKILL, once", async () => {
  const admin = await begin();
  const rows = Array.from({ length: 30_000 }, (_, i) => `K-${i},2026-01-${String((i % 28) + 1).padStart(2, "0")},c${i % 5000}@example.com,10`);
  const upload = (await admin.post("/api/v1/imports/uploads?name=k.csv", "order id,date,email,total\n" + rows.join("\n") + "\n")).json;
  const begun = (await admin.post("/api/v1/imports", { uploads: [upload.id], currency: "EUR" })).json;
  for (const wait of [60, 500]) {
    await pause(wait);
    await store.stop("SIGKILL");
    await begin();
  }
  const again = new Caller(store, owner);
  await again.get(`/api/v1/imports/${begun.id}/events`);
  const done = (await again.get(`/api/v1/imports/${begun.id}`)).json;
  assert.equal(done.state, "done", JSON.stringify(done));
  const summary = (await again.get("/api/v1/reports/summary")).json.data;
  assert.equal(summary.orders, 30_000);
  assert.equal(summary.customers, 5_000);
  assert.equal(summary.revenue_minor, 30_000 * 1_000);
});
