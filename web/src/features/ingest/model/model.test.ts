import { expect, test } from "vitest";
import { anAsked, aPreview, aSummary } from "@/testing/import-builders";
import { choicesOf, choicesOfImport, importOf, previewOf, withColumn } from "./choices";
import { columnViews } from "./columns";
import { groupsOf } from "./field-groups";
import { numbersOf } from "./import-numbers";
import { inOtherUnit, unitOf } from "./other-unit";
import { paceOf, timeLeft } from "./progress";
import { isUnanswered, notesToShow, questionsOf } from "./questions";

const store = { currency: null, isIranian: false };

test("what a person says of columns goes by number into the import and back", () => {
  const choices = { columns: { 0: "order", 2: "customer:", 3: "ignore" }, currency: "IRT" };
  const asked = importOf("upl_1", "orders", choices);
  expect(asked).toEqual({
    uploads: ["upl_1"],
    kind: "orders",
    currency: "IRT",
    map: { order: "#1" },
    traits: ["customer:#3"],
    ignore: ["#4"],
  });
  expect(choicesOfImport(asked)).toEqual(choices);
});

test("a field belongs to one column", () => {
  const before = withColumn({}, 1, "total");
  expect(withColumn(before, 4, "total").columns).toEqual({ 4: "total" });
  expect(withColumn(withColumn({}, 1, "ignore"), 2, "ignore").columns).toEqual({
    1: "ignore",
    2: "ignore",
  });
});

test("what has a comma cannot be asked in an address, only imported", () => {
  const choices = { set_aside: ["Smith, John", "0912"], statuses: { "new, hot": "paid" } };
  expect(previewOf("orders", choices)).toEqual({ kind: "orders", set_aside: ["0912"] });
  expect(importOf("upl_1", "orders", choices).set_aside).toHaveLength(2);
});

test("an address that somebody typed is read as far as it makes sense", () => {
  expect(choicesOf({ currency: 7, columns: { 0: "order" }, set_aside: ["a", 2], x: 1 })).toEqual({
    columns: { 0: "order" },
    set_aside: ["a"],
  });
  expect(choicesOf("no")).toEqual({});
});

test("an e-mail that tells customers is shown as the e-mail that it is", () => {
  const file = aPreview({
    columns: [{ name: "Mail", samples: [], field: "customer", reason: "kind" }],
    fields: [
      { field: "customer", column: "Mail" },
      { field: "email", column: "Mail" },
    ],
  });
  expect(columnViews(file, {})[0]).toMatchObject({ meaning: "email", tells: true, why: "found" });
  expect(columnViews(file, { columns: { 0: "ignore" } })[0]).toMatchObject({
    meaning: "ignore",
    why: "told",
  });
});

test("every known field stands in a group", () => {
  const all = groupsOf(["customer", "total", "something_new"]).flatMap(({ fields }) => fields);
  expect(all).toEqual(["customer", "total", "something_new"]);
});

test("rial or toman is asked with the file's own figures until it is said", () => {
  const read = aSummary({
    currency: "IRR",
    unit: { name: "IRR", minor: 1, told: false },
    median_order_minor: 600_000,
  });
  const [question] = questionsOf(read, {}, { currency: "IRR", isIranian: true });
  expect(question).toEqual({ ask: "unit", example: 600_000 });
  expect(question && isUnanswered(question, {})).toBe(true);

  const told = aSummary({
    currency: "IRR",
    unit: { name: "IRT", minor: 10, told: true },
    median_order_minor: 6_000_000,
  });
  const choices = { currency: "IRT" };
  const [kept] = questionsOf(told, choices, { currency: "IRR", isIranian: true });
  expect(kept).toEqual({ ask: "unit", example: 600_000 });
  expect(kept && isUnanswered(kept, choices)).toBe(false);
});

test("a file that names its unit, or has no amounts, is not asked about it", () => {
  const named = aSummary({ unit: { name: "IRT", minor: 10, told: true } });
  expect(questionsOf(named, {}, { currency: "IRR", isIranian: true })).toEqual([]);
  expect(questionsOf(aSummary({ unit: null }), {}, store)).toEqual([]);
});

test("a store without a currency asks for one", () => {
  const read = aSummary({ unit: { name: "XXX", minor: 100, told: false } });
  expect(questionsOf(read, {}, store)).toEqual([{ ask: "currency" }]);
});

test("only words that the server does not know are asked about", () => {
  const statuses = [
    { word: "done", rows: 3, status: "completed", known: true },
    { word: "odd", rows: 1, status: "completed", known: false },
  ];
  const read = aSummary({ statuses });
  expect(questionsOf(read, {}, store)).toMatchObject([{ words: [{ word: "odd" }] }]);
});

test("a note that became a question is not told twice", () => {
  const notes = [
    { key: "import.note_no_currency", params: {}, text: "…" },
    { key: "import.note_no_order", params: {}, text: "…" },
  ];
  expect(notesToShow(notes).map(({ key }) => key)).toEqual(["import.note_no_order"]);
});

test("the other unit is one word away", () => {
  const result = aSummary({ currency: "IRR", unit: { name: "IRT", minor: 10, told: true } });
  expect(unitOf(result)).toBe("toman");
  expect(inOtherUnit(anAsked({ currency: "IRT" }), "toman").currency).toBe("IRR");
  expect(unitOf(aSummary({ unit: { name: "EUR", minor: 100, told: true } }))).toBeNull();
});

test("time left follows from the pace of the phase", () => {
  const counted = { phase: "applying", done: 25, total: 100, rows: 1000, rejected: 0 };
  const progress = { ...counted, paused: false };
  expect(paceOf({ ...progress, rows_per_second: 100 })).toEqual({
    share: 0.25,
    rowsPerSecond: 100,
    secondsLeft: 30,
  });
  expect(paceOf({ ...progress, total: 0, rows_per_second: 0 }).share).toBeNull();
  const begun = paceOf({ ...progress, rows_per_second: 1_000_000 });
  expect(begun).toEqual({ share: 0.25, rowsPerSecond: null, secondsLeft: null });
  expect(timeLeft(59.2)).toEqual({ unit: "minutes", count: 1 });
  expect(timeLeft(12.1)).toEqual({ unit: "seconds", count: 13 });
});

test("customers are counted by what tells them", () => {
  const identities = [
    { kind: "phone", column: "Tel", customers: 7, orders_without: 0, exact: false, chosen: true },
  ];
  const found = numbersOf(aSummary({ identities })).find(({ name }) => name === "customers");
  expect(found).toEqual({ name: "customers", value: 7, as: "about" });
});
