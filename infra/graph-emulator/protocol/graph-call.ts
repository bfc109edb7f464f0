import type { Caller } from '../access/caller.ts';

/** One Graph request, from HTTP or from inside a `$batch`. */
export interface GraphCall {
  readonly method: string;
  /** Decoded path below `/v1.0`, with `/me` already read as the caller's own `/users/{id}`. */
  readonly path: string;
  /** What the route's `{names}` stood for. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  readonly caller: Caller;
  /** `http://127.0.0.1:PORT/v1.0`, for links in answers. */
  readonly base: string;
}

/** What a handler answers; `json` is a body that is written already. */
export interface GraphAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly json?: string;
}

export function ok(body: unknown, headers?: Readonly<Record<string, string>>): GraphAnswer {
  return headers === undefined ? { status: 200, body } : { status: 200, body, headers };
}

export function created(body: unknown, headers?: Readonly<Record<string, string>>): GraphAnswer {
  return headers === undefined ? { status: 201, body } : { status: 201, body, headers };
}

export const accepted: GraphAnswer = { status: 202 };
export const noContent: GraphAnswer = { status: 204 };
