import type { PersonId } from '../people/person.ts';
import type { ServiceProblem } from './service-problem.ts';
import type { Instant, Slot } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';

/** Something that the organizer of a meeting should know. */
export type WarningFact =
  /** After the booking: on a card, or in their calendar. */
  | { readonly kind: 'declined'; readonly personId: PersonId; readonly inCalendar: boolean }
  /** The event was moved in the calendar to `slot`. */
  | { readonly kind: 'moved'; readonly slot: Slot }
  /** The event is no longer in the calendar. */
  | { readonly kind: 'deleted' }
  /** Has another appointment at the time that is booked. */
  | { readonly kind: 'conflict'; readonly personId: PersonId }
  /** Was asked by mail because Teams could not reach them, or not at all. */
  | {
      readonly kind: 'undelivered';
      readonly personId: PersonId;
      readonly reachedBy: 'mail' | 'unreached';
      readonly problem: ServiceProblem;
    }
  | { readonly kind: 'service'; readonly problem: ServiceProblem };

export type Warning = WarningFact & { readonly at: Instant };

function keyOfProblem({ service, reason, people = [] }: ServiceProblem): string {
  return [service, reason, ...people].join(' ');
}

function keyOf(warning: WarningFact): string {
  switch (warning.kind) {
    case 'declined':
      return `declined ${warning.personId} ${warning.inCalendar}`;
    case 'moved':
      return `moved ${slotKey(warning.slot)}`;
    case 'deleted':
      return 'deleted';
    case 'conflict':
      return `conflict ${warning.personId}`;
    case 'undelivered':
      return `undelivered ${warning.personId} ${warning.reachedBy} ${keyOfProblem(warning.problem)}`;
    case 'service':
      return `service ${keyOfProblem(warning.problem)}`;
  }
}

/** Whether two warnings say the same, whenever they were given. */
export function isSameWarning(one: WarningFact, other: WarningFact): boolean {
  return keyOf(one) === keyOf(other);
}
