import type { ProblemCode } from '../../../workflows/domain/problems/problem.ts';

/** What a click or a command could not do. */
export const problems = {
  /** For a problem of which no more than its code is known. */
  codes: {
    precondition_failed: 'That isn’t possible as the meeting is now.',
    conflict: 'The meeting has changed in the meantime. Please look at it again.',
    requires_approval: 'That needs somebody’s approval first.',
    forbidden: 'You’re not allowed to do that.',
    not_found: 'I can’t find that meeting.',
    invalid: 'That isn’t valid. Please check it.',
    rate_limited: 'That was too much at once. Please wait a moment.',
    unavailable: 'That isn’t available just now. Please try again in a moment.',
  } satisfies Record<ProblemCode, string>,
  noSuchTime: 'This time can’t be used. Please choose another one.',
  answerMissing: 'Please answer for every time.',
};
