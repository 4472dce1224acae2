import type { BodyOf } from "@/shared/api/client";
import type { components, paths } from "@/shared/api/schema";

type Schemas = components["schemas"];
export type NewImport = BodyOf<"post", "/api/v1/imports">;
export type FilePreview = Schemas["FilePreview"];
export type ImportSummary = Schemas["ImportSummary"];
type PreviewQuery = NonNullable<
  paths["/api/v1/imports/uploads/{id}"]["get"]["parameters"]["query"]
>;

export const kinds = ["orders", "customers", "products"] as const;
export type ImportKind = (typeof kinds)[number];

/** What a person said of a file, where they did not leave it to the server. */
export interface Choices {
  /** By column, from 0: a field's name, or one of `fates`. */
  columns?: Record<string, string>;
  currency?: string;
  customer_by?: string;
  set_aside?: string[];
  /** Of a word of the status column. */
  statuses?: Record<string, string>;
  date_order?: string;
  decimal?: string;
  sheet?: string;
  accept_unit?: boolean;
}

/** What becomes of a column that is no field. */
export const fates = ["customer:", "order:", "ignore"] as const;

/** The address keeps the choices as they are; what is not understood is left out. */
export function choicesOf(value: unknown): Choices {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const from = value as Record<string, unknown>;
  const read: Choices = {};
  for (const name of ["currency", "customer_by", "date_order", "decimal", "sheet"] as const) {
    if (typeof from[name] === "string") read[name] = from[name];
  }
  for (const name of ["columns", "statuses"] as const) {
    if (isTextMap(from[name])) read[name] = from[name];
  }
  if (Array.isArray(from.set_aside)) {
    read.set_aside = from.set_aside.filter((one) => typeof one === "string");
  }
  if (from.accept_unit === true) read.accept_unit = true;
  return read;
}

function isTextMap(value: unknown): value is Record<string, string> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((one) => typeof one === "string")
  );
}

/** A field belongs to one column: whoever had it goes back to what the server thinks. */
export function withColumn(choices: Choices, column: number, meaning: string): Choices {
  const isFate = fates.some((fate) => fate === meaning);
  const others = Object.entries(choices.columns ?? {}).filter(
    ([index, taken]) => index !== String(column) && (isFate || taken !== meaning),
  );
  return { ...choices, columns: { ...Object.fromEntries(others), [column]: meaning } };
}

/** By number: a name may come twice, or hold whatever people write into headers. */
const numberOf = (column: string) => `#${Number(column) + 1}`;

interface Meanings {
  map: [field: string, column: string][];
  traits: string[];
  ignore: string[];
}

function meaningsOf(choices: Choices): Meanings {
  const meanings: Meanings = { map: [], traits: [], ignore: [] };
  for (const [column, meaning] of Object.entries(choices.columns ?? {})) {
    const number = numberOf(column);
    if (meaning === "ignore") meanings.ignore.push(number);
    else if (meaning.endsWith(":")) meanings.traits.push(meaning + number);
    else meanings.map.push([meaning, number]);
  }
  return meanings;
}

/** All but the columns, which go by other names. */
function restOf(choices: Choices): Omit<Choices, "columns"> {
  const rest = { ...choices };
  delete rest.columns;
  return rest;
}

/** As the import's order wants them. */
export function importOf(upload: string, kind: ImportKind, choices: Choices): NewImport {
  const { map, traits, ignore } = meaningsOf(choices);
  return {
    uploads: [upload],
    kind,
    ...(restOf(choices) as Partial<NewImport>),
    ...(map.length > 0 && { map: Object.fromEntries(map) }),
    ...(traits.length > 0 && { traits }),
    ...(ignore.length > 0 && { ignore }),
  };
}

// A list in an address is parted by commas: what holds one cannot be asked, only imported.
const askable = (item: string) => !item.includes(",");

/** As the preview's address wants them. */
export function previewOf(kind: ImportKind, choices: Choices): PreviewQuery {
  const { map, traits, ignore } = meaningsOf(choices);
  const { statuses = {}, set_aside = [], ...rest } = restOf(choices);
  const lists = {
    map: map.map(([field, column]) => `${field}=${column}`),
    statuses: Object.entries(statuses).map(([word, status]) => `${word}=${status}`),
    set_aside,
    traits,
    ignore,
  };
  const asked = Object.entries(lists).map(
    ([name, items]) => [name, items.filter(askable)] as const,
  );
  return {
    kind,
    ...(rest as PreviewQuery),
    ...Object.fromEntries(asked.filter(([, items]) => items.length > 0)),
  };
}

/** What an import was asked with, to be asked again. */
export type Asked = Schemas["AskedImport"];

export function askAgain(asked: Asked): NewImport {
  const said = Object.entries(asked).filter(([, value]) => value !== null);
  return Object.fromEntries(said) as NewImport;
}

/** Back from an import to the choices it was made with, so that it can be looked at again. */
export function choicesOfImport(asked: Asked | NewImport): Choices {
  const columns: Record<string, string> = {};
  const indexOf = (number: string) => String(Number(number.slice(1)) - 1);
  for (const [field, column] of Object.entries(asked.map ?? {})) {
    if (column.startsWith("#")) columns[indexOf(column)] = field;
  }
  for (const trait of asked.traits ?? []) {
    const [owner = "", column = ""] = trait.split(":");
    if (column.startsWith("#")) columns[indexOf(column)] = `${owner}:`;
  }
  for (const column of asked.ignore ?? []) {
    if (column.startsWith("#")) columns[indexOf(column)] = "ignore";
  }
  return choicesOf({ ...asked, ...(Object.keys(columns).length > 0 && { columns }) });
}
