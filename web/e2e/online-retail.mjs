import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const name = "online_retail.csv.gz";
const source = fileURLToPath(new URL(`../../../shared/data/online-retail/${name}`, import.meta.url));
// Sanitizers make the import ten times as slow: they get a third of the year, to the end of an order.
const fewRows = 150_000;
// An order, by which its customer is found, and who that is.
const known = { order: "536365", customer: "17850" };

let made;

/**
 * A year of a real shop, beside the repository, and what its rows say, counted plainly:
 * { name, path, orders, customers, known: { order, orders, spent } }; null where it is not there.
 */
export function onlineRetail(program) {
  made ??= existsSync(source) ? readRetail(program) : null;
  return made;
}

function readRetail(program) {
  const isSlow = readFileSync(program).includes("__asan_init");
  const [head, ...all] = gunzipSync(readFileSync(source)).toString("utf8").trimEnd().split(/\r?\n/);
  const rows = isSlow ? wholeOrders(all, fewRows) : all;
  const path = isSlow ? join(mkdtempSync(join(tmpdir(), "vafa-retail-")), name) : source;
  if (isSlow) writeFileSync(path, gzipSync([head, ...rows].join("\n")));
  const orders = new Set();
  const customers = new Set();
  const sums = new Map();
  for (const row of rows) {
    const [order, , , quantity, , price, customer] = cellsOf(row);
    orders.add(order);
    if (customer !== "") customers.add(customer);
    if (customer !== known.customer) continue;
    sums.set(order, (sums.get(order) ?? 0) + Number(quantity) * Number(price));
  }
  // An order of nothing is none.
  const amounts = [...sums.values()].filter((amount) => Math.abs(amount) > 0.001);
  const spent = amounts.reduce((sum, amount) => sum + amount, 0);
  return {
    name,
    path,
    orders: orders.size,
    customers: customers.size,
    known: { order: known.order, orders: amounts.length, spent },
  };
}

function wholeOrders(rows, count) {
  const next = cellsOf(rows[count])[0];
  let end = count;
  while (cellsOf(rows[end - 1])[0] === next) end -= 1;
  return rows.slice(0, end);
}

/** Only the description is quoted, and of no use here. */
function cellsOf(row) {
  return row.replace(/"(?:[^"]|"")*"/g, "").split(",");
}
