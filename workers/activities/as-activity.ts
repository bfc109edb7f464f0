import { heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { InvalidInputError } from '../../workflows/domain/problems/invalid-input.ts';
import { isRefusal, isTransientReason, ServiceError } from '../../workflows/ports/service-error.ts';

/** An error as Temporal is to treat it: retried, retried after a while, or told to the organizer. */
function failureOf(error: unknown): unknown {
  if (error instanceof InvalidInputError) {
    return ApplicationFailure.create({ message: error.message, type: error.reason, nonRetryable: true });
  }
  if (!(error instanceof ServiceError)) return error;
  return ApplicationFailure.create({
    message: error.message,
    type: error.reason,
    nonRetryable: !isTransientReason(error.reason),
    cause: error,
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

/** Does what can be done without: a refusal becomes a sentence, a transient failure is thrown. */
export async function orProblem(problems: string[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    problems.push(error.message);
  }
}
