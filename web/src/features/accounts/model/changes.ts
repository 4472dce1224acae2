export interface FieldChange {
  field: string;
  /** Null: was or is not there. */
  before: string | null;
  after: string | null;
}

/** Where two states of a thing differ, field by field ("counted.test"). */
export function changesBetween(before: unknown, after: unknown): FieldChange[] {
  const was = flat(before);
  const is = flat(after);
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function flat(value: unknown, path = "", into = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (typeof value !== "object") return into.set(path, String(value));
  if (Array.isArray(value)) {
    return into.set(path, value.map((item) => plain(item)).join(", "));
  }
  for (const [name, inner] of Object.entries(value)) {
    flat(inner, path === "" ? name : `${path}.${name}`, into);
  }
  return into;
}

function plain(item: unknown): string {
  return typeof item === "object" ? JSON.stringify(item) : String(item);
}
