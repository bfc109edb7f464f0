import { WorkflowNotFoundError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { noSuchMeeting } from '../../workflows/domain/meeting/permissions.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { problemIn } from '../../workflows/contract/messages/problem-failure.ts';
import { ServiceError } from '../../workflows/ports/service-error.ts';

// Codes of gRPC (https://grpc.io/docs/guides/status-codes/).
/** What a call ends with when its deadline comes while the server still waits. */
const cancelled = 1;
/** What Temporal says of a query when the worker that got it cannot replay the workflow. */
const invalidArgument = 3;
const deadlineExceeded = 4;
const resourceExhausted = 8;
/** What Temporal says when nobody asks for the work of a task queue. */
const failedPrecondition = 9;
const unavailable = 14;

function grpcCode(error: unknown): number | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const code: unknown = Reflect.get(cause, 'code');
    if (typeof code === 'number') return code;
  }
  return undefined;
}

/** Whether Temporal is there, but no worker could answer a query in time. */
export function isUnanswered(error: unknown): boolean {
  const code = grpcCode(error);
  return (
    code === deadlineExceeded || code === cancelled || code === failedPrecondition || code === invalidArgument
  );
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
      code === cancelled ||
      code === deadlineExceeded ||
      code === failedPrecondition ||
      code === resourceExhausted;
    if (!isAway) throw error;
    throw new ServiceError({
      reason: 'unavailable',
      service: 'assent',
      message: 'Meetings cannot be reached just now; try again in a moment.',
      cause: error,
    });
  }
}
