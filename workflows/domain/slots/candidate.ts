import type { AttendeeType, PersonId } from '../people/person.ts';
import type { Slot } from '../time/slot.ts';

/** Why a slot suits somebody, or not; the words on cards are made from these. */
export type ReasonCode =
  | 'free'
  | 'tentative'
  | 'busy'
  | 'oof'
  | 'workingElsewhere'
  | 'unknown'
  | 'outsideWorkingHours'
  | 'againstWish'
  | 'againstHardWish'
  | 'buffer';

export interface PersonReason {
  readonly personId: PersonId;
  readonly type: AttendeeType;
  /** Whether this person can attend by the rules of the search. */
  readonly suits: boolean;
  readonly reason: ReasonCode;
  /** The wish's own words, when the reason is a wish. */
  readonly text?: string;
}

/** A slot with its score and, for every attendee, the reason it suits or not. */
export interface Candidate extends Slot {
  /** 0 to 1; 1 when everybody is free within working hours and no wish is touched. */
  readonly score: number;
  readonly reasons: readonly PersonReason[];
  /** The room that is free then, where one of a set was asked for. */
  readonly roomId?: PersonId;
}
