import { heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { InvalidInputError } from '../../workflows/domain/problems/invalid-input.ts';
import type { ServiceProblem } from '../../workflows/domain/meeting/service-problem.ts';
import { isRefusal, isTransientReason, ServiceError } from '../../workflows/ports/service-error.ts';

/** A request that the search cannot handle, wherever it was accepted. */
const unusable: ServiceProblem = { service: 'assent', reason: 'invalid' };

/**
 * An error as Temporal is to treat it: retried, retried after a while, or final. What was refused is its first detail; the
 * message is for the log.
 */
function failureOf(error: unknown): unknown {
  if (error instanceof InvalidInputError) {
    return ApplicationFailure.create({
      message: error.message,
      type: error.reason,
      nonRetryable: true,
      details: [unusable],
    });
  }
  if (!(error instanceof ServiceError)) return error;
  return ApplicationFailure.create({
    message: error.message,
    type: error.reason,
    nonRetryable: !isTransientReason(error.reason),
    cause: error,
    details: [error.problem],
    nextRetryDelay: error.retryAfterMs,
  });
}

/** A third of the time after which Temporal takes the worker for dead; short activities never send one. */
const heartbeatEveryMs = 5000;

/** Work as an activity: its service errors say whether and when it is tried again, and it shows that it is alive. */
export function asActivity<Input, Output>(
  work: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  return async (input) => {
    const alive = setInterval(() => {
      heartbeat();
    }, heartbeatEveryMs);
    try {
      return await work(input);
    } catch (error) {
      throw failureOf(error);
    } finally {
      clearInterval(alive);
    }
  };
}

/** Does what can be done without: a permanent refusal becomes a problem, what is transient is thrown. */
export async function orProblem(problems: ServiceProblem[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    problems.push(error.problem);
  }
}
