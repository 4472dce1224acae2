// Half an hour of everything at once, and memory must stay flat: node soak.mjs [MINUTES]
import { readFileSync } from "node:fs";
import http from "node:http";
import { Caller, Store, people, vafa } from "./server.mjs";

const minutes = Number(process.argv[2] ?? 30);
const store = new Store();
vafa("demo", "--data", store.folder, "--customers", "3000", "--seed", "1", "--last-day", "2026-03-01");
await store.start();
const callers = await people(store);
const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });
const end = Date.now() + minutes * 60_000;
const counts = {};
const wrong = [];

function resident() {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${store.process.pid}/status`, "utf8"))[1]) / 1024;
}

let settingsNumber = 0;
let seed = 1;
// The low bits of such a generator repeat; the high ones do not.
const below = (n) => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 12) % n;
const pick = (list) => list[below(list.length)];
const day = () => `2025-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`;

async function expect(name, promise, ...statuses) {
  const answer = await promise;
  counts[name] = (counts[name] ?? 0) + 1;
  if (!statuses.includes(answer.status)) wrong.push(`${name}: ${answer.status} ${answer.text.slice(0, 200)}`);
  return answer;
}

const key = callers["key:admin"];
const get = (path) => key.get("/api/v1/" + path, { agent });
const deeds = [
  () => expect("report kept", get(`reports/${pick(["summary", "cohorts", "rfm", "periods", "kinds"])}`), 200),
  () => expect("report new", get(`reports/${pick(["summary", "cohorts", "rfm", "products"])}?from=2024-01-01&to=${day()}`), 200),
  () => expect("search", get("customers?q=" + pick(["al", "mo", "sa", "ba", "me%209"])), 200),
  () => expect("page", get("orders?limit=100"), 200),
  () => expect("export", get("customers/export"), 200),
  () => expect("settings", key.call("PATCH", "/api/v1/settings", { agent, body: { store_name: "S" + below(9) }, headers: { "idempotency-key": "s" + settingsNumber++ } }), 200),
  () => expect("nonsense", get("reports/summary?from=nonsense&x=" + "y".repeat(below(2000))), 422),
  () => expect("stranger", new Caller(store).get("/api/v1/users", { agent }), 401),
];

async function worker() {
  while (Date.now() < end) await pick(deeds)();
}

// Every some seconds a small import, followed to its end.
async function importer() {
  for (let n = 0; Date.now() < end; n++) {
    const rows = Array.from({ length: 500 }, (_, i) => `I${n}-${i},2026-02-0${1 + (i % 9)},i${i}@example.com,10`);
    const upload = await expect("upload", key.post("/api/v1/imports/uploads?name=i.csv", "order id,date,email,total\n" + rows.join("\n")), 201);
    const begun = await expect("import", key.post("/api/v1/imports", { uploads: [upload.json.id] }), 202);
    await expect("events", key.get(`/api/v1/imports/${begun.json.id}/events`), 200);
    await new Promise((done) => setTimeout(done, 5000));
  }
}

// Connections that say nothing, and some that go away in the middle.
async function idler() {
  while (Date.now() < end) {
    const request = http.request({ host: "127.0.0.1", port: store.port, path: "/api/v1/orders?limit=200", headers: key.headers });
    request.on("error", () => {});
    request.end();
    await new Promise((done) => setTimeout(done, 200));
    request.destroy();
  }
}

const samples = [];
const sampler = setInterval(() => {
  samples.push(resident());
  if (samples.length % 6 === 0) console.log(`${(samples.length / 6).toFixed(0)} min: ${samples.at(-1).toFixed(0)} MiB, ${JSON.stringify(counts)}`);
}, 10_000);
await Promise.all([...Array.from({ length: 8 }, worker), importer(), idler()]);
clearInterval(sampler);
const { code } = await store.stop();
store.remove();

const third = Math.floor(samples.length / 3);
const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
const middle = mean(samples.slice(third, 2 * third));
const last = mean(samples.slice(2 * third));
console.log(`memory, middle third ${middle.toFixed(1)} MiB, last third ${last.toFixed(1)} MiB; ${wrong.length} wrong answers; exit code ${code}`);
for (const line of wrong.slice(0, 10)) console.log(line);
process.exit(wrong.length > 0 || code !== 0 || last > 1.1 * middle ? 1 : 0);
