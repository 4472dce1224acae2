import type { components } from "./schema";

type Wire = components["schemas"]["Problem"];
export type FieldProblem = NonNullable<Wire["errors"]>[number];

/** A refusal by the server (RFC 9457), its texts in the reader's language; or no answer at all. */
export class Problem extends Error {
  override readonly name = "Problem";
  /** 0: the server was not reached. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId: string | null;
  readonly fields: readonly FieldProblem[];
  /** What fills the gaps of the text, for a page that says it in words of its own. */
  readonly params: Readonly<Record<string, string>>;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, wire: Partial<Wire>, retryAfterSeconds: number | null = null) {
    super(wire.detail ?? "");
    this.status = status;
    this.code = wire.code ?? "";
    this.title = wire.title ?? "";
    this.requestId = wire.request_id ?? null;
    this.fields = wire.errors ?? [];
    this.params = wire.params ?? {};
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  const wire: unknown = isProblem ? await response.json().catch(() => ({})) : {};
  const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return new Problem(
    response.status,
    wire as Partial<Wire>,
    Number.isNaN(seconds) ? null : seconds,
  );
}

/** By field of a form: "/email" is the field `email`, "/scopes/0" the field `scopes`. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof Problem)) return {};
  const errors: Record<string, string> = {};
  for (const { pointer, detail } of error.fields) {
    const field = pointer.split("/")[1];
    if (field !== undefined && !(field in errors)) errors[field] = detail;
  }
  return errors;
}
