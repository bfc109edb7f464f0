import type { ProblemCode } from './problem-code.ts';
import type { Refusal } from './refusal.ts';

interface ProblemFields {
  readonly code: ProblemCode;
  /** An English sentence that says what to do. */
  readonly message: string;
  /** The field that is wrong, as a dotted path. */
  readonly path?: string;
  readonly retryAfterMs?: number;
}

/** An expected outcome that is not success; `reason` and its facts are present where a meeting's rule refused. */
export type Problem = ProblemFields & (Refusal | { readonly reason?: undefined });

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };
