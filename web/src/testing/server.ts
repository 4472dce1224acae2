import { vi } from "vitest";
import type { paths } from "@/shared/api/schema";

export interface Asked {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

type Route = `${"GET" | "POST" | "PATCH" | "DELETE"} ${keyof paths & string}`;
type Answers = Partial<Record<Route, (asked: Asked) => Answer>>;

/** Stands in for the server: answers by route, a 404 for the rest; says what it was asked. */
export function stubServer(answers: Answers): Asked[] {
  const all: Asked[] = [];
  const answer = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const asked: Asked = {
      method: init.method ?? "GET",
      path: String(input),
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
    };
    all.push(asked);
    const route = `${asked.method} ${asked.path.split("?")[0]}` as Route;
    const { status = 200, body, headers = {} } = answers[route]?.(asked) ?? { status: 404 };
    const type = status >= 400 ? "application/problem+json" : "application/json";
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { "content-type": type, ...headers },
    });
  };
  vi.stubGlobal("fetch", vi.fn(answer));
  return all;
}

export function refusal(status: number, code: string, fields: Record<string, string> = {}) {
  const errors = Object.entries(fields).map(([pointer, detail]) => ({ pointer, code, detail }));
  const body = { type: "", title: "", status, detail: `${code}!`, code, request_id: "req_1" };
  return { status, body: errors.length > 0 ? { ...body, errors } : body };
}
