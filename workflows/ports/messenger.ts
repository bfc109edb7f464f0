import type { MeetingView } from '../domain/meeting/view.ts';
import type { ServiceProblem } from '../domain/meeting/service-problem.ts';
import type { PersonId } from '../domain/people/person.ts';

/** Brings one person's card of one meeting to a state. */
export interface Delivery {
  readonly recipientId: PersonId;
  readonly view: MeetingView;
  /**
   * `ask` sends a card that wants an answer, `remind` draws attention to it again, `update` only brings the card
   * in place up to date and sends nothing new, `tell` sends the card with news, and `follow` the card of a meeting
   * that its organizer asked for elsewhere.
   */
  readonly purpose: 'ask' | 'remind' | 'update' | 'tell' | 'follow';
  /** With `tell`: what happened after this version is news, shown above the card. */
  readonly since?: number;
}

/** `unreachable` means that Teams cannot reach this person at all, and why. */
export type Receipt =
  { readonly kind: 'delivered' } | { readonly kind: 'unreachable'; readonly problem: ServiceProblem };

/**
 * Teams, from our side. Idempotent per recipient, meeting, version and purpose: a repeated delivery sends nothing
 * twice, and an older version never overwrites a newer one. Rejects with `ServiceError` for what is transient.
 */
export interface Messenger {
  deliver(delivery: Delivery): Promise<Receipt>;
}
