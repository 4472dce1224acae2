// What somebody hostile tries at the door, against a real server.
import assert from "node:assert/strict";
import net from "node:net";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { Caller, Store, password, people, signIn } from "./server.mjs";

const store = new Store();
let callers;

before(async () => {
  await store.start("--trust-proxy"); // so that callers may come from several addresses
  callers = await people(store);
});
after(async () => {
  const { code } = await store.stop();
  assert.equal(code, 0, store.errors);
  store.remove();
});

// Bytes as they are; answers what came until the server closed, or `ms` passed.
function raw(bytes, ms = 3000) {
  return new Promise((done) => {
    const socket = net.connect(store.port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => (text += chunk));
    socket.on("error", () => done(text));
    socket.on("close", () => done(text));
    socket.setTimeout(ms, () => socket.destroy());
    socket.write(bytes);
  });
}
const statusOf = (text) => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);

async function serves() {
  assert.equal((await callers.owner.get("/api/v1/session")).status, 200);
}

describe("the protocol", () => {
  test("a head without end is refused", async () => {
    assert.equal(statusOf(await raw("GET /healthz HTTP/1.1\r\nhost: a\r\nx: " + "y".repeat(100_000))), 431);
    assert.equal(statusOf(await raw("GET /" + "y".repeat(9_000) + " HTTP/1.1\r\nhost: a\r\n\r\n")), 414);
    await serves();
  });

  test("a body over the limit is refused, said or not", async () => {
    const answer = await callers.owner.post("/api/v1/users", "x".repeat(2 << 20));
    assert.equal(answer.status, 413);
    const session = callers.owner.headers;
    const head = `POST /api/v1/users HTTP/1.1\r\nhost: a\r\ncookie: ${session.cookie}\r\nx-csrf-token: ${session["x-csrf-token"]}\r\ncontent-type: application/json\r\n`;
    const chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    assert.equal(statusOf(await raw(head + "transfer-encoding: chunked\r\n\r\n" + chunk.repeat(40))), 413);
    await serves();
  });

  test("a gzip bomb is refused while it unfolds", async () => {
    const bomb = gzipSync(Buffer.alloc(200 << 20, 32));
    assert.ok(bomb.length < 1 << 20);
    const answer = await callers.owner.post("/api/v1/users", bomb, { headers: { "content-encoding": "gzip" } });
    assert.equal(answer.status, 413);
    await serves();
  });

  test("two readings of one request are refused", async () => {
    for (const fields of [
      "content-length: 3\r\ntransfer-encoding: chunked\r\n",
      "content-length: 3\r\ncontent-length: 4\r\n",
      "content-length: +3\r\n",
      "content-length: -1\r\n",
      "transfer-encoding: chunked, gzip\r\n",
      "transfer-encoding : chunked\r\n",
      " folded: yes\r\n",
    ]) {
      const status = statusOf(await raw(`POST /api/v1/session HTTP/1.1\r\nhost: a\r\n${fields}\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nhost: a\r\n\r\n`));
      assert.ok(status >= 400 && status <= 501, `${fields}: ${status}`);
    }
  });

  test("no path leads out of the pages", async () => {
    for (const path of ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/assets/..%5c..%5cetc", "//etc/passwd", "/%00", "/assets/%2e%2e%2f%2e%2e%2fstate.db"]) {
      const text = await raw(`GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
      assert.doesNotMatch(text, /root:|SQLite/, path);
      assert.ok([200, 400, 404].includes(statusOf(text)), `${path}: ${statusOf(text)}`);
      // What is answered is the dashboard itself, if anything.
      if (statusOf(text) === 200) assert.match(text, /text\/html/);
    }
  });

  test("random bytes harm nobody", async () => {
    let seed = 7;
    for (let i = 0; i < 50; i++) {
      const bytes = Buffer.from(Array.from({ length: 300 }, () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16 & 255));
      await raw(bytes, 50);
    }
    await serves();
  });

  test("two thousand idle connections leave room for a request", async () => {
    const idle = [];
    await Promise.all(Array.from({ length: 2000 }, () => new Promise((done, failed) => {
      const socket = net.connect(store.port, "127.0.0.1", done);
      socket.on("error", failed);
      idle.push(socket);
    })));
    await serves();
    assert.equal(idle.filter((socket) => socket.destroyed).length, 0);
    for (const socket of idle) socket.destroy();
  });
});

describe("answers", () => {
  test("carry the fields that keep browsers safe", async () => {
    for (const path of ["/", "/api/v1/users", "/readyz", "/nothing.js"]) {
      const { headers } = await callers.stranger.get(path);
      const policy = headers["content-security-policy"];
      assert.match(policy, /default-src 'none'/, path);
      assert.match(policy, /script-src 'self';/, path);
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["referrer-policy"], "no-referrer");
    }
  });

  test("are never given to another origin", async () => {
    const answer = await callers.owner.get("/api/v1/users", { headers: { origin: "https://evil.example" } });
    assert.equal(answer.headers["access-control-allow-origin"], undefined);
  });
});

describe("sessions", () => {
  test("a token that somebody planted is not adopted", async () => {
    const planted = "vafa_session=" + "A".repeat(43);
    const answer = await callers.stranger.post("/api/v1/session", { email: "owner@example.com", password }, { headers: { cookie: planted } });
    assert.equal(answer.status, 201);
    const [cookie] = answer.headers["set-cookie"];
    assert.doesNotMatch(cookie, /A{43}/);
    assert.match(cookie, /HttpOnly/i);
    assert.match(cookie, /SameSite=/i);
    assert.equal((await new Caller(store, { cookie: planted }).get("/api/v1/session")).status, 401);
  });

  test("end when they are ended", async () => {
    const person = await signIn(store, "marketer@example.com");
    assert.equal((await person.get("/api/v1/settings")).status, 200);
    const before = { ...person.headers };
    assert.equal((await person.call("DELETE", "/api/v1/session")).status, 204);
    assert.equal((await new Caller(store, before).get("/api/v1/settings")).status, 401);
  });

  test("guessing waits, for the account and for nobody's account alike", async () => {
    for (const [email, address] of [["agent@example.com", "203.0.113.1"], ["nobody@example.com", "203.0.113.2"]]) {
      const guess = () => callers.stranger.post("/api/v1/session", { email, password: "wrong password" }, { headers: { "x-forwarded-for": address } });
      const codes = [];
      for (let i = 0; i < 7; i++) codes.push((await guess()).status);
      assert.deepEqual(codes.slice(0, 5), [401, 401, 401, 401, 401], email);
      assert.equal(codes.at(-1), 429, email);
    }
  });

  test("rights are not taken by those who lack them", async () => {
    const { items } = (await callers.owner.get("/api/v1/users")).json;
    const id = (role) => items.find((user) => user.role === role).id;
    const grab = (who, target, role) => callers[who].call("PATCH", `/api/v1/users/${id(target)}`, { body: { role } });
    assert.equal((await grab("admin", "admin", "owner")).status, 403);
    assert.equal((await grab("admin", "owner", "analyst")).status, 403);
    assert.equal((await grab("marketer", "marketer", "admin")).status, 403);
    assert.equal((await grab("key:write", "marketer", "admin")).status, 403);
    assert.equal((await grab("owner", "owner", "admin")).status, 409);
  });
});

const nasty = [
  "<img src=x onerror=alert(1)>",
  "\"><script>alert(1)</script>",
  "'; DROP TABLE commerce_customer; --",
  "' OR '1'='1",
  "=cmd|' /C calc'!A0",
  "+SUM(1)",
  "@x",
  "-2+3",
  "%_\\",
  "{{7*7}}${7*7}",
  "a\u202Eevil",
];
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

describe("texts from files", () => {
  let customers;

  before(async () => {
    const fields = ["customer name", "city", "product name", "coupon"];
    const rows = nasty.map((text, i) => [`N-${i}`, "2026-01-05", `n${i}@example.com`, "10", ...fields.map(() => quoted(text))].join(","));
    const file = ["order id,date,email,total," + fields.join(","), ...rows].join("\n") + "\n";
    const upload = (await callers.owner.post("/api/v1/imports/uploads?name=" + encodeURIComponent("<b>../../x.csv"), file)).json;
    const begun = await callers.owner.post("/api/v1/imports", { uploads: [upload.id], currency: "EUR" });
    assert.equal(begun.status, 202, begun.text);
    await callers.owner.get(`/api/v1/imports/${begun.json.id}/events`);
    const done = (await callers.owner.get(`/api/v1/imports/${begun.json.id}`)).json;
    assert.equal(done.state, "done", JSON.stringify(done));
    customers = (await callers.owner.get("/api/v1/customers?limit=200")).json.items;
  });

  test("are only texts: kept whole, and answered as JSON", async () => {
    assert.equal(customers.length, nasty.length);
    const names = customers.map((customer) => customer.name);
    for (const text of nasty) assert.ok(names.includes(text), text);
    const page = await callers.owner.get("/api/v1/customers");
    assert.match(page.headers["content-type"], /^application\/json/);
  });

  test("are only texts as questions, too", async () => {
    for (const text of nasty) {
      const found = await callers.owner.get("/api/v1/customers?q=" + encodeURIComponent(text));
      assert.ok([200, 422].includes(found.status), text);
      for (const path of ["orders?number=", "products?q=", "customers?city=", "audit?action="]) {
        const answer = await callers.owner.get(`/api/v1/${path}${encodeURIComponent(text)}`);
        assert.ok(answer.status < 500, `${path}${text}: ${answer.text}`);
      }
    }
    assert.equal((await callers.owner.get("/api/v1/customers?limit=200")).json.items.length, nasty.length);
  });

  test("are no formulas in a sheet", async () => {
    const sheet = await callers.owner.get("/api/v1/customers/export");
    assert.match(sheet.headers["content-disposition"], /attachment/);
    const cells = sheet.text.replace(/^\uFEFF/, "").split("\r\n").slice(1).flatMap((line) => line.match(/("([^"]|"")*"|[^,]*)/g));
    for (const cell of cells) assert.doesNotMatch(cell, /^"?[=+@\t\r]|^"?-\D/, cell);
    assert.ok(sheet.text.includes("cmd|"));
  });
});
