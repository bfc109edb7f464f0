/** The codes that callers meet, on every surface. */
export const problemCodes = [
  'precondition_failed',
  'conflict',
  'requires_approval',
  'forbidden',
  'not_found',
  'invalid',
  'rate_limited',
  'unavailable',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** An expected outcome that is not success; `message` is a sentence that says what to do. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  /** The field that is wrong, as a dotted path. */
  readonly path?: string;
  readonly retryAfterMs?: number;
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };
