import type { Instant } from '../time/slot.ts';
import { record } from './record.ts';
import type { Ballots, MeetingState, Over } from './state.ts';
import type { BookedEvent, Proposal } from './view.ts';

/** What the phase before leaves behind. */
export function previousRound(state: MeetingState): {
  readonly proposal?: Proposal;
  readonly ballots: Ballots;
  readonly keptBooking?: BookedEvent;
} {
  const { phase } = state;
  switch (phase.kind) {
    case 'searching':
      return {
        ballots: phase.former?.ballots ?? {},
        ...(phase.former === undefined ? {} : { proposal: phase.former.proposal }),
        keptBooking: phase.keptBooking,
      };
    case 'collecting':
    case 'choosing':
    case 'booking':
      return {
        proposal: phase.proposal,
        ballots: phase.ballots,
        keptBooking: phase.keptBooking,
      };
    case 'stuck':
      return { ballots: {} };
    case 'confirmed':
      return {
        ballots: phase.ballots,
        keptBooking: phase.booking,
        proposal: phase.proposal,
      };
    case 'over':
      return {
        ballots: phase.ballots,
        proposal: phase.proposal,
      };
  }
}

/** Nobody decided in time: the meeting ends, or a booked one that was to be moved stays where it is. */
export function endUndecided(
  state: MeetingState,
  status: Extract<Over['status'], 'expired' | 'unschedulable'>,
  outcome: string,
  at: Instant,
): MeetingState {
  const { keptBooking, proposal, ballots } = previousRound(state);
  const kept = proposal === undefined ? {} : { proposal };
  if (keptBooking !== undefined) {
    const message = `${outcome} The meeting stays at the time that was booked.`;
    return record(
      { ...state, phase: { kind: 'confirmed', booking: keptBooking, ballots, isFinished: false, ...kept } },
      { at, action: status, message },
    );
  }
  return record(
    { ...state, phase: { kind: 'over', status, outcome, ballots, ...kept } },
    { at, action: status, message: outcome },
  );
}
