import { WorkflowNotFoundError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { noSuchMeeting } from '../../workflows/domain/meeting/permissions.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { problemIn } from '../../workflows/contract/messages/problem-failure.ts';
import { ServiceError } from '../../workflows/ports/service-error.ts';

/** Codes of gRPC that say "not now" (https://grpc.io/docs/guides/status-codes/). */
const unavailable = 14;
const deadlineExceeded = 4;
const resourceExhausted = 8;

function grpcCode(error: unknown): number | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const code: unknown = Reflect.get(cause, 'code');
    if (typeof code === 'number') return code;
  }
  return undefined;
}

/** What Temporal's errors mean to a caller: an expected outcome, or that meetings cannot be reached (`ServiceError`). */
export async function answered<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const problem = problemIn(error);
    if (problem !== undefined) return { ok: false, problem };
    if (error instanceof WorkflowNotFoundError) return { ok: false, problem: noSuchMeeting };
    const code = grpcCode(error);
    const isAway =
      error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
      code === unavailable ||
      code === deadlineExceeded ||
      code === resourceExhausted;
    if (!isAway) throw error;
    throw new ServiceError({
      reason: 'unavailable',
      service: 'temporal',
      message: 'Meetings cannot be reached just now; try again in a moment.',
      cause: error,
    });
  }
}
