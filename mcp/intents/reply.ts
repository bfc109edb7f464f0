import type { Problem, Result } from '../../workflows/domain/problems/problem.ts';
import type { ProblemCode } from '../../workflows/domain/problems/problem-code.ts';
import type { Fields } from '../calls/served-operation.ts';

/** What an intent returns in every case; the result's fields are beside it. */
export interface IntentReply {
  readonly ok: boolean;
  readonly correlation_id: string;
  readonly error: Problem | null;
  readonly [field: string]: unknown;
}

/** The HTTP status for each code, as RFC 9110 and RFC 6585 mean them. */
export const statuses: Readonly<Record<ProblemCode, number>> = {
  precondition_failed: 412,
  conflict: 409,
  requires_approval: 409,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  rate_limited: 429,
  unavailable: 503,
};

export function statusOf(result: Result<unknown>): number {
  return result.ok ? 200 : statuses[result.problem.code];
}

export function intentReply(result: Result<Fields>, correlationId: string): IntentReply {
  return result.ok
    ? { ok: true, correlation_id: correlationId, error: null, ...result.value }
    : { ok: false, correlation_id: correlationId, error: result.problem };
}
