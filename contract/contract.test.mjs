// The server and its description say the same: every route with valid and with broken input, by a
// stranger, by each role, by each key.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { broken, faults, operations, text } from "./document.mjs";
import { allowed } from "./permissions.mjs";
import { Store, people, vafa } from "./server.mjs";
import { story } from "./story.mjs";

const store = new Store();
let callers;

before(async () => {
  vafa("demo", "--data", store.folder, "--customers", "300", "--seed", "1", "--last-day", "2026-03-01");
  await store.start();
  callers = await people(store);
});
after(async () => {
  await store.stop();
  store.remove();
});

// "/users/{id}" with an id that is well made and nobody's.
const nobodys = { id: "x_0000000000001" };
function address(operation, ids = nobodys) {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(ids[name] ?? ids.id));
}
function query(parameters) {
  return parameters.length ? "?" + new URLSearchParams(parameters).toString() : "";
}

test("the server's own description is the committed one", async () => {
  const answer = await callers.stranger.get("/api/openapi.json");
  assert.equal(answer.text, text);
});

describe("who may call what", () => {
  for (const operation of operations) {
    test(`${operation.method} ${operation.path}`, async () => {
      for (const [name, permissions] of Object.entries(allowed)) {
        // Nothing takes this parameter, so what is allowed is refused as wrong, and changes nothing.
        const answer = await callers[name].call(operation.method, address(operation) + "?no_such_parameter=1", {
          body: operation.upload ? "x" : operation.method === "GET" ? undefined : operation.body ? {} : undefined,
        });
        const may = operation.permission === "open" || permissions.includes(operation.permission);
        const expected = may ? [422] : name === "stranger" ? [401] : [403];
        assert.ok(expected.includes(answer.status), `${name}: ${answer.status}, expected ${expected}: ${answer.text}`);
        assert.deepEqual(faults(operation, answer), []);
        if (may) assert.equal(answer.json.errors[0].pointer, "/no_such_parameter");
      }
    });
  }

  test("a wrong key is refused everywhere, a wrong cookie is a stranger's", async () => {
    for (const operation of operations) {
      const wrong = await callers.stranger.call(operation.method, address(operation), { headers: { authorization: "Bearer vafa_wrong" } });
      assert.equal(wrong.status, 401, operation.id);
      if (operation.permission === "open") continue;
      const cookie = await callers.stranger.call(operation.method, address(operation), { headers: { cookie: "vafa_session=AAAA" } });
      assert.equal(cookie.status, 401, operation.id);
    }
  });

  test("a browser's write needs the token of its session", async () => {
    for (const operation of operations) {
      if (operation.method === "GET" || operation.permission === "open") continue;
      const { cookie } = callers.owner.headers;
      const path = address(operation) + "?no_such_parameter=1";
      const without = await callers.stranger.call(operation.method, path, { headers: { cookie } });
      assert.equal(without.status, 403, operation.id);
      assert.equal(without.json.code, "error.csrf", operation.id);
      const foreign = await callers.owner.call(operation.method, path, { headers: { origin: "https://evil.example" } });
      assert.equal(foreign.status, 403, operation.id);
    }
  });
});

describe("broken input is named by its pointer", () => {
  for (const operation of operations) {
    test(`${operation.method} ${operation.path}`, async () => {
      const path = address(operation);
      for (const parameter of operation.parameters.filter((p) => p.in === "query")) {
        for (const [what, value] of broken(parameter.schema, true)) {
          const answer = await callers.owner.call(operation.method, path + query([[parameter.name, value]]), {
            body: operation.upload ? "x" : undefined,
          });
          assert.equal(answer.status, 422, `${parameter.name}, ${what}: ${answer.status} ${answer.text}`);
          assert.ok(answer.json.errors.some((e) => e.pointer.split("/")[1] === parameter.name), `${parameter.name}, ${what}: ${answer.text}`);
          assert.deepEqual(faults(operation, answer), []);
        }
      }
      if (!operation.body) return;
      const send = (body, headers) => callers.owner.call(operation.method, path, { body, headers });
      assert.equal((await send("{")).status, 400);
      assert.equal((await send("[]")).status, 422);
      assert.equal((await send('{"no_such_member":1}')).status, 422);
      assert.equal((await send("{}", { "content-type": "text/plain" })).status, 415);
      for (const [name, schema] of Object.entries(operation.body.properties)) {
        for (const [what, value] of broken(schema, false)) {
          const answer = await send({ [name]: value });
          assert.equal(answer.status, 422, `${name}, ${what}: ${answer.status} ${answer.text}`);
          assert.ok(answer.json.errors.some((e) => e.pointer.split("/")[1] === name), `${name}, ${what}: ${answer.text}`);
          assert.deepEqual(faults(operation, answer), []);
        }
      }
      const missing = operation.body.required ?? [];
      if (missing.length) {
        const named = (await send({})).json.errors.map((e) => e.pointer);
        for (const name of missing) assert.ok(named.includes("/" + name), `${name} may be left out`);
      }
    });
  }
});

describe("valid input is answered as described", () => {
  const told = new Set();

  test("the story of a store", async (t) => {
    const newest = async () => (await callers.owner.get("/api/v1/audit?limit=1")).json.items[0]?.id;
    const tell = async (id, { as = callers.owner, ids, parameters = [], body, headers, expect = [200, 201, 202, 204], audited } = {}) => {
      const operation = operations.find((o) => o.id === id);
      assert.ok(operation, `${id} is not in the document`);
      told.add(id);
      const path = address(operation, ids ?? {}) + query(parameters);
      const before = await newest();
      const answer = await as.call(operation.method, path, { body, headers });
      assert.ok(expect.includes(answer.status), `${id}: ${answer.status} ${answer.text.slice(0, 500)}`);
      assert.deepEqual(faults(operation, answer), []);
      const changes = audited ?? (operation.writes || operation.upload);
      if (changes && answer.status < 300) assert.notEqual(await newest(), before, `${id} is not in the audit log`);
      return answer;
    };
    await story({ tell, callers, store, t });
  });

  test("and it leaves out no route", () => {
    assert.deepEqual(operations.map((o) => o.id).filter((id) => !told.has(id)), []);
  });
});
