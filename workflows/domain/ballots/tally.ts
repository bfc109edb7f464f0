import type { PersonId } from '../people/person.ts';
import type { Slot } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { Answer, Ballot } from './ballot.ts';

/** Who is asked; the organizer has said yes by asking, until they answer otherwise. */
export interface Voter {
  readonly personId: PersonId;
  readonly role: 'organizer' | 'required' | 'optional';
}

/** What everybody says of one slot. */
export interface Tally<S extends Slot = Slot> {
  readonly slot: S;
  readonly yes: readonly PersonId[];
  readonly ifNeedBe: readonly PersonId[];
  readonly no: readonly PersonId[];
  readonly missing: readonly PersonId[];
}

export function tally<S extends Slot>(
  slot: S,
  voters: readonly Voter[],
  ballots: readonly Ballot[],
): Tally<S> {
  const said: Record<Answer | 'missing', PersonId[]> = { yes: [], ifNeedBe: [], no: [], missing: [] };
  for (const { personId, role } of voters) {
    const ballot = ballots.find((one) => one.personId === personId);
    const answer = ballot?.answers[slotKey(slot)] ?? (role === 'organizer' ? 'yes' : 'missing');
    said[answer].push(personId);
  }
  return { slot, ...said };
}

/** Everybody who can come, be it gladly or if need be. */
export function comes(counted: Tally): readonly PersonId[] {
  return [...counted.yes, ...counted.ifNeedBe];
}
