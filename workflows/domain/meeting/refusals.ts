import type { Problem } from '../problems/problem.ts';
import type { Ending, Refusal } from '../problems/refusal.ts';

/** Not as the meeting stands. */
export function precondition(refusal: Refusal, message: string): Problem {
  return { code: 'precondition_failed', ...refusal, message };
}

/** Not with this field. */
export function invalid(path: string, refusal: Refusal, message: string): Problem {
  return { code: 'invalid', ...refusal, message, path };
}

export function nothingAsked(message: string): Problem {
  return precondition({ reason: 'nothingAsked' }, message);
}

/** `so` completes "The meeting is cancelled; …". */
export function over(ending: Ending, so: string): Problem {
  const how = ending === 'confirmed' ? 'over' : ending;
  return precondition({ reason: 'over', ending }, `The meeting is ${how}; ${so}.`);
}

/** A version that does not exist yet cannot have been seen. */
export function refuseVersion(current: number, seen: number | undefined): Problem | undefined {
  return seen === undefined || seen <= current
    ? undefined
    : invalid(
        'seenVersion',
        { reason: 'versionUnknown', seen, current },
        `The meeting has not reached version ${seen}; it is at ${current}. Read it again.`,
      );
}
