import type { Tally, Voter } from '../ballots/tally.ts';
import { comes } from '../ballots/tally.ts';
import type { PersonId } from '../people/person.ts';
import type { Policy } from './policy.ts';

/** What the policy makes of a slot, by the answers that are there. */
export type Outcome =
  | { readonly kind: 'met' }
  /** Their answers could still decide it; optional people are not waited for. */
  | { readonly kind: 'open'; readonly waitingFor: readonly PersonId[] }
  | { readonly kind: 'lost'; readonly because: readonly PersonId[] };

/** People whose `no` rules a slot out, whatever the others say. */
function whoCanVeto(policy: Policy, voters: readonly Voter[]): readonly PersonId[] {
  const organizer = policy.organizerMustAttend ? voters.filter(({ role }) => role === 'organizer') : [];
  return [...policy.vetoes, ...organizer.map(({ personId }) => personId)];
}

/**
 * Everybody required must come, or at least `count` of all who are asked (the organizer and optional people count).
 * With a quorum, the answers of those who may veto are waited for as well: they cannot refuse what is already booked.
 */
export function outcomeOf(policy: Policy, voters: readonly Voter[], counted: Tally): Outcome {
  const { approval } = policy;
  if (approval.kind === 'none') return { kind: 'met' };
  const vetoers = whoCanVeto(policy, voters);
  const vetoed = counted.no.filter((id) => vetoers.includes(id));
  if (vetoed.length > 0) return { kind: 'lost', because: vetoed };
  switch (approval.kind) {
    case 'everybody': {
      const needed = voters.filter(({ role }) => role !== 'optional').map(({ personId }) => personId);
      const against = counted.no.filter((id) => needed.includes(id));
      if (against.length > 0) return { kind: 'lost', because: against };
      const waitingFor = counted.missing.filter((id) => needed.includes(id) || vetoers.includes(id));
      return waitingFor.length === 0 ? { kind: 'met' } : { kind: 'open', waitingFor };
    }
    case 'quorum': {
      const short = approval.count - comes(counted).length;
      if (short > counted.missing.length) return { kind: 'lost', because: counted.no };
      if (short > 0) return { kind: 'open', waitingFor: counted.missing };
      const mayVeto = counted.missing.filter((id) => vetoers.includes(id));
      return mayVeto.length === 0 ? { kind: 'met' } : { kind: 'open', waitingFor: mayVeto };
    }
  }
}

/** The outcome when nobody answers any more: silence neither approves nor vetoes. */
export function outcomeAtDeadline(policy: Policy, voters: readonly Voter[], counted: Tally): Outcome {
  const now = outcomeOf(policy, voters, counted);
  if (now.kind !== 'open' || policy.approval.kind !== 'quorum') return now;
  return comes(counted).length >= policy.approval.count ? { kind: 'met' } : now;
}
