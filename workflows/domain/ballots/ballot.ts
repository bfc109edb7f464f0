import type { PersonId } from '../people/person.ts';
import type { Instant, Slot, SlotKey } from '../time/slot.ts';

export type Answer = 'yes' | 'ifNeedBe' | 'no';

/** One attendee's answers in a round. */
export interface Ballot {
  readonly personId: PersonId;
  readonly round: number;
  /** One answer for each slot of the round, by slot key. "Approve" is `yes` to the one slot. */
  readonly answers: Readonly<Record<SlotKey, Answer>>;
  readonly counterProposal?: Slot;
  readonly comment?: string;
  readonly answeredAt: Instant;
}
