import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import type { Problem } from '../../domain/problems/problem.ts';
import { problemCodes } from '../../domain/problems/problem-code.ts';

/** The type of the failure that carries a problem through Temporal. */
const problemFailureType = 'Problem';

/** Made by ourselves: what a reason comes with is not looked at again. */
const problemSchema = z.looseObject({
  code: z.enum(problemCodes),
  message: z.string(),
  reason: z.string().optional(),
  path: z.string().optional(),
  retryAfterMs: z.number().optional(),
});

/** A refusal as Temporal carries it: the sentence as message, the whole problem as detail. */
export function problemFailure(problem: Problem): ApplicationFailure {
  return ApplicationFailure.nonRetryable(problem.message, problemFailureType, problem);
}

/** The problem inside a failure, wherever in its chain of causes it is. */
export function problemIn(error: unknown): Problem | undefined {
  let cause: unknown = error;
  for (let depth = 0; depth < 10 && cause instanceof Error; depth += 1) {
    if (cause instanceof ApplicationFailure && cause.type === problemFailureType) {
      const parsed = problemSchema.safeParse(cause.details?.[0]);
      if (parsed.success) return parsed.data as Problem;
    }
    cause = cause.cause;
  }
  return undefined;
}
