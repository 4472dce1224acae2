// What api/openapi.json says, in the form the tests ask it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { root } from "./server.mjs";

export const text = readFileSync(join(root, "api/openapi.json"), "utf8");
export const document = JSON.parse(text);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv, ["date-time", "date", "email"]);
ajv.addFormat("int64", true);
ajv.addSchema({ $id: "vafa", components: document.components });

function rebased(schema) {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"vafa#/components/'));
}

export function resolve(schema) {
  return schema?.$ref ? schema.$ref.split("/").slice(1).reduce((at, step) => at[step], document) : schema;
}

export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    id: operation.operationId,
    permission: operation["x-permission"],
    parameters: (operation.parameters ?? []).map(resolve),
    body: resolve(operation.requestBody?.content?.["application/json"]?.schema),
    upload: Boolean(operation.requestBody?.content?.["application/octet-stream"]),
    responses: operation.responses,
    writes: (operation.parameters ?? []).some((p) => p.$ref?.endsWith("/IdempotencyKey")),
  })),
);

// What is wrong with an answer by the document's own word; empty: nothing.
export function faults(operation, answer) {
  const declared = resolve(operation.responses[answer.status]);
  if (!declared) return [`${operation.id}: status ${answer.status} is not in the document: ${answer.text.slice(0, 300)}`];
  const type = (answer.headers["content-type"] ?? "").split(";")[0];
  if (!declared.content) return answer.text ? [`${operation.id}: a body where none is declared`] : [];
  const media = declared.content[type];
  if (!media) return [`${operation.id}: ${type} is not among ${Object.keys(declared.content)}`];
  if (!/json/.test(type)) return [];
  const validate = ajv.compile(rebased(media.schema));
  if (validate(answer.json)) return [];
  return validate.errors.map((e) => `${operation.id}: ${e.instancePath} ${e.message}`);
}

function kinds(schema) {
  return [schema.type].flat().filter(Boolean);
}

// Values that the schema does not allow, each with what makes it wrong. `query`: values are texts.
export function broken(schema, query) {
  const types = kinds(schema);
  const wrong = [];
  if (types.length === 0) return wrong;
  if (query && types.includes("array")) return wrong; // any text is a list of one
  if (!types.includes("string")) wrong.push(["a text", "no such value"]);
  if (types.includes("string") && !query) wrong.push(["a number for a text", 17], ["a list for a text", []]);
  if (schema.enum) wrong.push(["no choice", "no_such_choice"]);
  if (types.includes("integer")) wrong.push(["a fraction", query ? "1.5" : 1.5]);
  if (types.includes("boolean")) wrong.push(["a number for a boolean", query ? "7" : 7]);
  if (schema.minimum !== undefined) wrong.push(["too small", query ? String(schema.minimum - 1) : schema.minimum - 1]);
  if (schema.maximum !== undefined) wrong.push(["too large", query ? String(schema.maximum + 1) : schema.maximum + 1]);
  if (schema.pattern && !query) wrong.push(["a number for an id", 17]);
  // Longer ones are refused by the size of the body or the address.
  const limit = schema.maxLength;
  if (types.includes("string") && limit && limit <= 5000 && !schema.enum) wrong.push(["too long", "x".repeat(limit + 1)]);
  if (types.includes("string") && !schema.enum && !query) wrong.push(["NUL", "a\u0000b"]);
  if (!types.includes("null") && !query) wrong.push(["null", null]);
  return wrong;
}
