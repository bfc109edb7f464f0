import type { Ballot } from '../ballots/ballot.ts';
import type { Tally, Voter } from '../ballots/tally.ts';
import { tally } from '../ballots/tally.ts';
import type { PersonId } from '../people/person.ts';
import type { Instant, Slot, SlotKey } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { Policy } from './policy.ts';
import { outcomeOf, outcomeAtDeadline } from './requirement.ts';

/** One round's question and who is asked. */
export interface Vote<S extends Slot = Slot> {
  readonly slots: readonly S[];
  readonly voters: readonly Voter[];
  readonly ballots: readonly Ballot[];
  readonly policy: Policy;
  readonly deadline: Instant;
  /** Whether the meeting may still open another round by itself. */
  readonly mayAskAgain: boolean;
}

/** What a set of ballots means now. */
export type Decision<S extends Slot = Slot> =
  | { readonly kind: 'confirm'; readonly slot: S }
  | { readonly kind: 'wait'; readonly waitingFor: readonly PersonId[] }
  /** The next round: the times that people proposed, most wanted first, and what was refused. */
  | {
      readonly kind: 'askAgain';
      readonly counterProposals: readonly Slot[];
      readonly refused: readonly { readonly personId: PersonId; readonly slot: S }[];
    }
  /** No slot can be confirmed any more, and there are no rounds left. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'deadline'; readonly then: 'expire' | 'organizerDecides' };

/** Most yes first, then earliest. */
function byFavour(a: Tally, b: Tally): number {
  return b.yes.length - a.yes.length || (a.slot.start < b.slot.start ? -1 : 1);
}

function counterProposals(ballots: readonly Ballot[], now: Instant): readonly Slot[] {
  const wanted = new Map<SlotKey, { readonly slot: Slot; readonly supporters: number }>();
  for (const { counterProposal: slot } of ballots) {
    if (slot === undefined || slot.start <= now) continue;
    const before = wanted.get(slotKey(slot))?.supporters ?? 0;
    wanted.set(slotKey(slot), { slot, supporters: before + 1 });
  }
  return [...wanted.values()]
    .sort((a, b) => b.supporters - a.supporters || (a.slot.start < b.slot.start ? -1 : 1))
    .map(({ slot }) => slot);
}

/**
 * The one place that says what ballots lead to. A slot that has begun can no longer be confirmed. Where several slots
 * are confirmed at once, the one with most `yes` is taken, then the earliest. A deadline never books on silence:
 * `confirmIfQuorum` books what a quorum has approved, and asks the organizer where everybody's word is needed.
 */
export function decide<S extends Slot>(vote: Vote<S>, now: Instant): Decision<S> {
  const { slots, voters, ballots, policy } = vote;
  const isOver = now >= vote.deadline;
  const atDeadline = isOver && policy.onDeadline === 'confirmIfQuorum';
  const judge = atDeadline ? outcomeAtDeadline : outcomeOf;
  const judged = slots
    .filter(({ start }) => start > now)
    .map((slot) => tally(slot, voters, ballots))
    .map((counted) => ({ counted, outcome: judge(policy, voters, counted) }));
  const [best] = judged
    .filter((one) => one.outcome.kind === 'met')
    .map(({ counted }) => counted)
    .sort(byFavour);
  if (best !== undefined) return { kind: 'confirm', slot: best.slot };
  if (isOver) {
    return { kind: 'deadline', then: policy.onDeadline === 'expire' ? 'expire' : 'organizerDecides' };
  }
  const waitingFor = judged.flatMap((one) => (one.outcome.kind === 'open' ? one.outcome.waitingFor : []));
  if (waitingFor.length > 0) return { kind: 'wait', waitingFor: [...new Set(waitingFor)] };
  if (!vote.mayAskAgain) return { kind: 'unreachable' };
  return {
    kind: 'askAgain',
    counterProposals: counterProposals(ballots, now),
    refused: slots.flatMap((slot) => tally(slot, voters, ballots).no.map((personId) => ({ personId, slot }))),
  };
}
