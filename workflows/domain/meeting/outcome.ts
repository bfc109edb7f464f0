import type { PersonId } from '../people/person.ts';
import type { ServiceProblem } from './service-problem.ts';

/** How a round ended without a decision. */
export type Undecided =
  /** These did not answer in time. */
  | { readonly kind: 'notAnswered'; readonly silent: readonly PersonId[] }
  /** The organizer, who was asked to decide, did not in time. */
  | { readonly kind: 'notDecided' }
  /** No time suited everyone required, or the search failed. */
  | { readonly kind: 'noTimes'; readonly problem?: ServiceProblem };

/** How a meeting ended. */
export type Outcome =
  | Undecided
  /** `reason` is the organizer's own words. */
  | { readonly kind: 'cancelled'; readonly by: PersonId; readonly reason?: string }
  | { readonly kind: 'tookPlace' };

export const outcomeKinds = [
  'cancelled',
  'notAnswered',
  'notDecided',
  'noTimes',
  'tookPlace',
] as const satisfies readonly Outcome['kind'][];
