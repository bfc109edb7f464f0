import type { Candidate } from '../slots/candidate.ts';
import type { Instant, Slot } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { Problem, Result } from '../problems/problem.ts';
import type { Role } from './role.ts';
import { decisionOf } from './settle.ts';
import type { MeetingState } from './state.ts';

function refuse(code: Problem['code'], message: string, path?: string): Result<Candidate> {
  return { ok: false, problem: { code, message, path } };
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
      return refuse(
        'precondition_failed',
        'Times are still being looked for; there is nothing to confirm yet.',
      );
    case 'noTimesFound':
      return refuse('precondition_failed', 'No time was found; choose times or widen the days first.');
    case 'bookingUnderWay':
      return refuse('conflict', 'The meeting is being booked already.');
    case 'booked':
      return refuse('conflict', 'The meeting is confirmed already.');
    case 'over':
      return refuse(
        'precondition_failed',
        `The meeting is ${phase.status === 'confirmed' ? 'over' : phase.status}.`,
      );
    case 'collecting':
    case 'choosing': {
      const { round } = phase;
      const onTable = phase.kind === 'choosing' ? [...phase.choice.candidates, ...round.slots] : round.slots;
      const named =
        wanted === undefined ? undefined : onTable.find((slot) => slotKey(slot) === slotKey(wanted));
      if (wanted !== undefined && named === undefined) {
        return refuse('invalid', 'This time is not one of those to choose from; propose it first.', 'slot');
      }
      if (named !== undefined && named.start <= now) {
        return refuse('invalid', 'This time has passed.', 'slot');
      }
      // A time that is named needs its own approvals, however well another one stands.
      const slots = named === undefined ? round.slots : [named];
      const decision = decisionOf(state, { ...round, slots }, now);
      if (decision.kind === 'confirm') return { ok: true, value: decision.slot };
      if (phase.kind === 'choosing' && role === 'organizer') {
        const slot = named ?? onTable.find(({ start }) => start > now);
        return slot === undefined
          ? refuse('precondition_failed', 'All times have passed; propose others.')
          : { ok: true, value: slot };
      }
      const people = decision.kind === 'wait' ? decision.waitingFor.length : 0;
      const whose =
        people === 0 ? '' : ` ${people} ${people === 1 ? 'answer is' : 'answers are'} still missing.`;
      return refuse(
        'requires_approval',
        `The people asked have not approved this yet.${whose} It is booked by itself when they do.`,
      );
    }
  }
}
