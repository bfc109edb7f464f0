import type { PersonId } from '../people/person.ts';
import type { Instant, Slot, SlotKey } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { Answer, Ballot } from './ballot.ts';

/** What everybody has said of every slot so far, over all rounds; a later answer replaces an earlier one. */
export type KnownAnswers = Readonly<Record<PersonId, Readonly<Record<SlotKey, Answer>>>>;

/** Adds a ballot; proposing another time counts as a yes to it. */
export function learn(known: KnownAnswers, ballot: Ballot): KnownAnswers {
  const { personId, answers, counterProposal } = ballot;
  return {
    ...known,
    [personId]: {
      ...known[personId],
      ...answers,
      ...(counterProposal === undefined ? {} : { [slotKey(counterProposal)]: 'yes' as const }),
    },
  };
}

/** The ballot that a person has in effect cast already, or undefined when a slot is new to them. */
export function ballotFrom(input: {
  readonly known: KnownAnswers;
  readonly personId: PersonId;
  readonly round: number;
  readonly slots: readonly Slot[];
  readonly at: Instant;
}): Ballot | undefined {
  const said = input.known[input.personId];
  const answers: Record<SlotKey, Answer> = {};
  for (const slot of input.slots) {
    const answer = said?.[slotKey(slot)];
    if (answer === undefined) return undefined;
    answers[slotKey(slot)] = answer;
  }
  return { personId: input.personId, round: input.round, answers, answeredAt: input.at };
}
