// A real `vafa serve` on a folder of its own, and people to call it with.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

// VAFA, else the sanitizer build (what CI tests), else the release.
export const binary = [process.env.VAFA, join(root, "build/dev/vafa"), join(root, "build/vafa")].find(
  (path) => path && existsSync(path),
);

export function vafa(...args) {
  return execFileSync(binary, ["--language", "en", ...args], { encoding: "utf8" });
}

export class Store {
  constructor() {
    this.folder = join(mkdtempSync(join(tmpdir(), "vafa-contract-")), "store");
  }

  async start(...options) {
    this.process = spawn(binary, ["--language", "en", "serve", "--data", this.folder, "--listen", "127.0.0.1:0", ...options], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.output = "";
    this.errors = "";
    this.process.stderr.on("data", (chunk) => (this.errors += chunk));
    this.exited = new Promise((done) => this.process.on("exit", (code, signal) => done({ code, signal })));
    await new Promise((ready, failed) => {
      this.process.stdout.on("data", (chunk) => {
        this.output += chunk;
        if (this.output.includes("Ctrl-C")) ready();
      });
      this.exited.then(() => failed(new Error(`vafa serve ended: ${this.output}${this.errors}`)));
    });
    this.url = /http:\/\/[\d.]+:\d+/.exec(this.output)[0];
    this.port = Number(new URL(this.url).port);
    this.setupToken = /#token=(\S+)/.exec(this.output)?.[1];
  }

  async stop(signal = "SIGTERM") {
    this.process.kill(signal);
    return this.exited;
  }

  remove() {
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }
}

// One caller: `credentials` go with every request. Answers {status, headers, text, json}.
export class Caller {
  constructor(store, headers = {}) {
    this.store = store;
    this.headers = headers;
  }

  // `sent` is called when the last byte has been handed to the system.
  async call(method, path, { body, headers = {}, agent, sent } = {}) {
    const bytes = body === undefined ? undefined : Buffer.isBuffer(body) || typeof body === "string" ? body : JSON.stringify(body);
    const all = { ...this.headers, ...headers };
    if (bytes !== undefined && !("content-type" in all)) all["content-type"] = "application/json";
    if (bytes !== undefined) all["content-length"] = Buffer.byteLength(bytes);
    const answer = await new Promise((done, failed) => {
      const request = http.request({ host: "127.0.0.1", port: this.store.port, method, path, headers: all, agent }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", failed);
        response.on("end", () => done({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() }));
      });
      request.on("error", failed);
      if (sent) request.on("finish", sent);
      request.end(bytes);
    });
    if (/json/.test(answer.headers["content-type"] ?? "") && answer.text) answer.json = JSON.parse(answer.text);
    // A rotated session: the cookie and its token are the caller's from now on.
    const cookie = answer.headers["set-cookie"]?.find((line) => line.startsWith("vafa_session="));
    if (cookie && this.headers.cookie) this.headers.cookie = cookie.split(";")[0];
    if (answer.headers["x-csrf-token"]) this.headers["x-csrf-token"] = answer.headers["x-csrf-token"];
    return answer;
  }

  get(path, options) {
    return this.call("GET", path, options);
  }
  post(path, body, options) {
    return this.call("POST", path, { body, ...options });
  }
}

export const password = "correct horse battery";

export async function signIn(store, email, more = {}) {
  const answer = await new Caller(store).post("/api/v1/session", { email, password, ...more });
  if (answer.status !== 201) throw new Error(`signing in as ${email}: ${answer.status} ${answer.text}`);
  const cookie = answer.headers["set-cookie"].find((line) => line.startsWith("vafa_session=")).split(";")[0];
  return new Caller(store, { cookie, "x-csrf-token": answer.json.csrf_token });
}

// Of a link that works once.
export const tokenOf = (link) => /#token=(\S+)/.exec(link.path)[1];

export const roles = ["owner", "admin", "marketer", "agent", "analyst"];

// The owner by the set-up link, the others by invitation, one key a scope.
export async function people(store) {
  const stranger = new Caller(store);
  const owner = { token: store.setupToken, name: "Owner", email: "owner@example.com", password, locale: "en" };
  const made = await stranger.post("/api/v1/setup", owner);
  if (made.status !== 201) throw new Error(`setting up: ${made.status} ${made.text}`);
  const all = { stranger, owner: await signIn(store, owner.email) };
  for (const role of roles.slice(1)) {
    const email = `${role}@example.com`;
    const added = await all.owner.post("/api/v1/users", { name: role, email, role });
    if (added.status >= 300) throw new Error(`adding ${role}: ${added.status} ${added.text}`);
    const token = tokenOf(added.json.invitation);
    const set = await stranger.post("/api/v1/password/reset", { token, password });
    if (set.status !== 204) throw new Error(`password of ${role}: ${set.status} ${set.text}`);
    all[role] = await signIn(store, email);
  }
  for (const scope of ["read", "write", "admin"]) {
    const key = JSON.parse(vafa("api-key", "create", "--data", store.folder, "--scopes", scope, "--format", "json")).key;
    all[`key:${scope}`] = new Caller(store, { authorization: `Bearer ${key}` });
  }
  return all;
}
