/* eslint-disable no-restricted-globals -- the one place that may call fetch */
import { Problem, problemOf } from "./problem";
import { currentReader, setReader } from "./reader";
import type { components, paths } from "./schema";

type Method = "get" | "post" | "put" | "patch" | "delete";
type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];
type Operation<M extends Method, P extends keyof paths> = paths[P] extends Record<M, infer O>
  ? O
  : never;

type Part<O, Name extends "query" | "path"> = O extends { parameters: infer A }
  ? Name extends keyof A
    ? Exclude<A[Name], undefined>
    : never
  : never;
type JsonBody<B> = B extends { content: { "application/json": infer J } } ? J : never;
type Body<O> = O extends { requestBody?: infer B } ? JsonBody<Exclude<B, undefined>> : never;
type JsonOf<R> = R extends { content: { "application/json": infer A } } ? A : undefined;
type Answer<O> = O extends { responses: infer R }
  ? JsonOf<R[Extract<keyof R, 200 | 201 | 202 | 204>]>
  : never;

type Field<Name extends string, T> = [T] extends [never]
  ? unknown
  : object extends T
    ? { [K in Name]?: T }
    : { [K in Name]: T };
// An absent filter may be said as undefined.
type Loose<T> = [T] extends [never] ? never : { [K in keyof T]: T[K] | undefined };
type Options<O> = Field<"query", Loose<Part<O, "query">>> &
  Field<"path", Part<O, "path">> &
  Field<"body", Body<O>> & { signal?: AbortSignal; ifMatch?: string };
type Arguments<O> = object extends Options<O> ? [options?: Options<O>] : [options: Options<O>];

interface AnyOptions {
  query?: Record<string, unknown>;
  path?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
  ifMatch?: string;
}

function caller<M extends Method>(method: M) {
  return <P extends PathWith<M>>(path: P, ...args: Arguments<Operation<M, P>>) =>
    call(method, path, (args[0] ?? {}) as AnyOptions) as Promise<Answer<Operation<M, P>>>;
}

export type BodyOf<M extends Method, P extends PathWith<M>> = Body<Operation<M, P>>;

/** The server's API, typed by its description. Every refusal is thrown as a Problem. */
export const api = {
  get: caller("get"),
  post: caller("post"),
  put: caller("put"),
  patch: caller("patch"),
  delete: caller("delete"),
};

/** An answer that is plain text: a list to be copied. */
export async function getText(address: string): Promise<string> {
  const response = await request("get", address, {});
  if (!response.ok) throw await problemOf(response);
  return response.text();
}

/** With the ETag of what was read, for the `ifMatch` of its change. */
export async function getTagged<P extends PathWith<"get">>(
  path: P,
  options: { signal?: AbortSignal } = {},
): Promise<{ data: Answer<Operation<"get", P>>; tag: string | null }> {
  const response = await request("get", path, options);
  if (!response.ok) throw await problemOf(response);
  const data = (await response.json()) as Answer<Operation<"get", P>>;
  return { data, tag: response.headers.get("etag") };
}

async function call(method: Method, path: string, options: AnyOptions): Promise<unknown> {
  let response = await request(method, path, options);
  if (response.status === 403 && (await problemOf(response.clone())).code === "error.csrf") {
    // The session's token was renewed elsewhere, in another tab perhaps.
    await renewToken();
    response = await request(method, path, options);
  }
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? undefined : response.json();
}

async function request(method: Method, path: string, options: AnyOptions): Promise<Response> {
  const response = await send(addressOf(path, options), {
    method: method.toUpperCase(),
    headers: headersOf(method, options),
    credentials: "same-origin",
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    ...(options.signal && { signal: options.signal }),
  });
  const renewed = response.headers.get("x-csrf-token");
  if (renewed !== null) setReader({ csrfToken: renewed });
  return response;
}

export async function renewToken(): Promise<void> {
  const response = await request("get", "/api/v1/session", {});
  if (!response.ok) return;
  const { csrf_token } = (await response.json()) as components["schemas"]["Me"];
  setReader({ csrfToken: csrf_token });
}

/** A broken connection is tried once more: the idempotency key makes that safe for writes. */
async function send(address: string, request: RequestInit): Promise<Response> {
  for (const isLast of [false, true]) {
    try {
      return await fetch(address, request);
    } catch (error) {
      if (request.signal?.aborted) throw error;
      if (isLast) throw new Problem(0, {});
    }
  }
  throw new Problem(0, {});
}

export function addressOf(path: string, { path: parts = {}, query = {} }: AnyOptions): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parts[name] ?? ""),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

export function headersOf(
  method: Method,
  { body, ifMatch }: AnyOptions,
): Record<string, string> {
  const { language, csrfToken } = currentReader();
  const headers: Record<string, string> = { accept: "application/json" };
  headers["accept-language"] = language;
  if (body !== undefined) headers["content-type"] = "application/json";
  if (method !== "get") {
    headers["idempotency-key"] = randomKey();
    if (csrfToken !== null) headers["x-csrf-token"] = csrfToken;
  }
  if (ifMatch !== undefined) headers["if-match"] = ifMatch;
  return headers;
}

/** crypto.randomUUID is missing where the page came without TLS from another machine. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
