import type { Candidate } from '../slots/candidate.ts';
import type { Instant, Slot } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { Result } from '../problems/problem.ts';
import type { Refusal } from '../problems/refusal.ts';
import { refuse } from '../problems/refuse.ts';
import type { Role } from './role.ts';
import { decisionOf } from './settle.ts';
import type { MeetingState } from './state.ts';

function refused(refusal: Refusal, path?: string): Result<Candidate> {
  return { ok: false, problem: refuse(refusal, path) };
}

/**
 * Which slot a confirmation books. With enough approvals it is the favoured one or the one that the caller names; the
 * organizer in person, once asked to decide, may book without them. An agent never stands in for missing approvals.
 */
export function pickSlot(
  state: MeetingState,
  role: Role,
  wanted: Slot | undefined,
  now: Instant,
): Result<Candidate> {
  const { phase } = state;
  switch (phase.kind) {
    case 'searching':
      return refused({ reason: 'notProposedYet' });
    case 'noTimesFound':
      return refused({ reason: 'noTimesFound' });
    case 'bookingUnderWay':
      return refused({ reason: 'bookingUnderWay' });
    case 'booked':
      return refused({ reason: 'bookedAlready' });
    case 'over':
      return refused({ reason: 'over', ending: phase.status });
    case 'collecting':
    case 'choosing': {
      const { round } = phase;
      const offered = phase.kind === 'choosing' ? [...phase.choice.candidates, ...round.slots] : round.slots;
      const named = wanted && offered.find((slot) => slotKey(slot) === slotKey(wanted));
      if (wanted !== undefined && named === undefined) return refused({ reason: 'slotNotOffered' }, 'slot');
      if (named !== undefined && named.start <= now) return refused({ reason: 'timePassed' }, 'slot');
      // A time that is named needs its own approvals, however well another one does.
      const slots = named === undefined ? round.slots : [named];
      const decision = decisionOf(state, { ...round, slots }, now);
      if (decision.kind === 'confirm') return { ok: true, value: decision.slot };
      if (phase.kind === 'choosing' && role === 'organizer') {
        const slot = named ?? offered.find(({ start }) => start > now);
        return slot === undefined ? refused({ reason: 'allTimesPassed' }) : { ok: true, value: slot };
      }
      const missing = decision.kind === 'wait' ? decision.waitingFor.length : 0;
      return refused({ reason: 'approvalsMissing', missing });
    }
  }
}
