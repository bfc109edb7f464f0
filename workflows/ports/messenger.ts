import type { MeetingView } from '../domain/meeting/view.ts';
import type { PersonId } from '../domain/people/person.ts';

/** Brings one person's card of one meeting to a state. */
export interface Delivery {
  readonly recipientId: PersonId;
  readonly view: MeetingView;
  /**
   * `ask` sends a card that wants an answer, `remind` draws attention to it again, `update` only brings the card
   * that is there up to date and sends nothing new.
   */
  readonly purpose: 'ask' | 'remind' | 'update' | 'tell';
  /** Shown above the card with `tell`: a sentence. */
  readonly message?: string;
}

/** `unreachable` means that Teams cannot reach this person at all; the reason is for the organizer. */
export type Receipt =
  { readonly kind: 'delivered' } | { readonly kind: 'unreachable'; readonly reason: string };

/**
 * Teams, from our side. Idempotent per recipient, meeting, version and purpose: a repeated delivery sends nothing
 * twice, and an older version never overwrites a newer one. Rejects with `ServiceError` for what may pass.
 */
export interface Messenger {
  deliver(delivery: Delivery): Promise<Receipt>;
}
