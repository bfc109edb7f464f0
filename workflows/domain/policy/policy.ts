import type { PersonId } from '../people/person.ts';

/** What it takes to confirm. Times are in minutes; the defaults are in `defaultPolicy`. */
export interface Policy {
  /**
   * Everybody required, `count` of all who are asked (the organizer counts as one who approved), or none: nobody is
   * asked, and whoever is invited answers in their calendar.
   */
  readonly approval:
    | { readonly kind: 'everybody' }
    | { readonly kind: 'quorum'; readonly count: number }
    | { readonly kind: 'none' };
  readonly organizerMustAttend: boolean;
  /** People whose `no` to a slot rules it out, quorum or not. */
  readonly vetoes: readonly PersonId[];
  /** From the opening of a round to its deadline. */
  readonly responseMinutes: number;
  /** After the opening of a round, for whom the answer is missing; those past the deadline are dropped. */
  readonly reminderMinutes: readonly number[];
  /** What the deadline does when the ballots do not confirm yet. */
  readonly onDeadline: 'expire' | 'organizerDecides' | 'confirmIfQuorum';
  /** `auto` books as soon as the ballots confirm; `organizer` waits for the organizer to confirm. */
  readonly confirmation: 'auto' | 'organizer';
  /** Rounds after which the organizer decides. */
  readonly maxRounds: number;
  /** On whose calendars a hold is kept while a proposal is open. */
  readonly holds: 'none' | 'organizer' | 'attendees';
  /** Whether those who approved have the event accepted for them. */
  readonly acceptOnBehalf: boolean;
}

/** Whether anybody is asked before the meeting is booked. */
export function asksNobody({ approval }: Pick<Policy, 'approval'>): boolean {
  return approval.kind === 'none';
}

export const defaultPolicy: Policy = {
  approval: { kind: 'everybody' },
  organizerMustAttend: true,
  vetoes: [],
  responseMinutes: 2 * 24 * 60,
  reminderMinutes: [24 * 60],
  onDeadline: 'organizerDecides',
  confirmation: 'auto',
  maxRounds: 3,
  holds: 'organizer',
  acceptOnBehalf: true,
};
