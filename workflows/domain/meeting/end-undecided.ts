import type { Instant } from '../time/slot.ts';
import { record } from './record.ts';
import type { Ballots, MeetingState, Over } from './state.ts';
import type { Booking, Proposal } from './view.ts';

/** What the phase before leaves behind. */
export function leavings(state: MeetingState): {
  readonly proposal?: Proposal;
  readonly ballots: Ballots;
  readonly standing?: Booking;
} {
  const { phase } = state;
  switch (phase.kind) {
    case 'searching':
      return {
        ballots: phase.former?.ballots ?? {},
        ...(phase.former === undefined ? {} : { proposal: phase.former.proposal }),
        ...(phase.standing === undefined ? {} : { standing: phase.standing }),
      };
    case 'collecting':
    case 'choosing':
    case 'booking':
      return {
        proposal: phase.proposal,
        ballots: phase.ballots,
        ...(phase.standing === undefined ? {} : { standing: phase.standing }),
      };
    case 'stuck':
      return { ballots: {} };
    case 'confirmed':
      return {
        ballots: phase.ballots,
        standing: phase.booking,
        ...(phase.proposal === undefined ? {} : { proposal: phase.proposal }),
      };
    case 'over':
      return {
        ballots: phase.ballots,
        ...(phase.proposal === undefined ? {} : { proposal: phase.proposal }),
      };
  }
}

/** Nobody decided in time: the meeting ends, or a booked one that was to be moved stays where it is. */
export function giveUp(
  state: MeetingState,
  status: Extract<Over['status'], 'expired' | 'unschedulable'>,
  outcome: string,
  at: Instant,
): MeetingState {
  const { standing, proposal, ballots } = leavings(state);
  const kept = proposal === undefined ? {} : { proposal };
  if (standing !== undefined) {
    const message = `${outcome} The meeting stays at the time that was booked.`;
    return record(
      { ...state, phase: { kind: 'confirmed', booking: standing, ballots, isFinished: false, ...kept } },
      { at, action: status, message },
    );
  }
  return record(
    { ...state, phase: { kind: 'over', status, outcome, ballots, ...kept } },
    { at, action: status, message: outcome },
  );
}
