import type { Decision } from '../policy/decide.ts';
import { decide } from '../policy/decide.ts';
import type { Candidate } from '../slots/candidate.ts';
import type { Instant } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import { endUndecided } from './end-undecided.ts';
import { organizerDecides } from './organizer-decides.ts';
import { missingAnswers } from './missing-answers.ts';
import { voters } from './people.ts';
import { record } from './record.ts';
import { searchAgain } from './search-again.ts';
import type { Choosing, Collecting, MeetingState, Round, RoundPhase } from './state.ts';

export function mayAskAgain(state: MeetingState): boolean {
  return state.automaticRounds + 1 < state.request.policy.maxRounds;
}

/** What the round's ballots mean now. */
export function decisionOf(
  state: MeetingState,
  { slots, ballots, deadline }: Pick<Round, 'slots' | 'ballots' | 'deadline'>,
  now: Instant,
): Decision<Candidate> {
  return decide(
    {
      slots,
      voters: voters(state.request),
      ballots: Object.values(ballots),
      policy: state.request.policy,
      deadline,
      mayAskAgain: mayAskAgain(state),
    },
    now,
  );
}

export function toBooking(
  state: MeetingState,
  { round, keptBooking }: RoundPhase,
  slot: Candidate,
): MeetingState {
  return { ...state, phase: { kind: 'bookingUnderWay', round, slot, keptBooking } };
}

/** The ballots suffice: book, or ask for the organizer's word where the policy wants it. */
function onConfirm(
  state: MeetingState,
  phase: Collecting | Choosing,
  slot: Candidate,
  at: Instant,
): MeetingState {
  if (state.request.policy.confirmation === 'auto') return toBooking(state, phase, slot);
  const others = phase.round.slots.filter((one) => slotKey(one) !== slotKey(slot) && one.start > at);
  const candidates = [slot, ...others];
  if (phase.kind === 'choosing' && phase.choice.reason === 'confirm') {
    return { ...state, phase: { ...phase, choice: { ...phase.choice, candidates } } };
  }
  return organizerDecides(state, phase, { reason: 'confirm', candidates }, at);
}

/** Draws the conclusion from the ballots: waits, books, opens the next round, or asks the organizer. */
export function settle(state: MeetingState, at: Instant): MeetingState {
  const { phase } = state;
  if (phase.kind !== 'collecting' && phase.kind !== 'choosing') return state;
  const { round } = phase;
  const decision = decisionOf(state, round, at);
  // Once the organizer has been asked, only enough approvals change the question.
  if (decision.kind === 'confirm') return onConfirm(state, phase, decision.slot, at);
  if (phase.kind === 'choosing' && phase.choice.reason !== 'confirm') return state;
  switch (decision.kind) {
    case 'wait':
      return phase.kind === 'choosing' ? backToCollecting(state, phase) : state;
    case 'askAgain': {
      const impossible = [...state.impossible, ...decision.refused];
      return searchAgain({ ...state, impossible }, phase, decision.counterProposals);
    }
    case 'unreachable':
      return organizerDecides(state, phase, { reason: 'roundsExhausted', rounds: round.number }, at);
    case 'deadline': {
      const silent = missingAnswers(state);
      return decision.then === 'expire'
        ? endUndecided(state, 'expired', { kind: 'notAnswered', silent }, at)
        : organizerDecides(state, phase, { reason: 'deadline', silent }, at);
    }
  }
}

/** A `yes` was taken back before the organizer's word: the round goes on as it was. */
function backToCollecting(state: MeetingState, { round, keptBooking }: Choosing): MeetingState {
  const phase: Collecting = {
    kind: 'collecting',
    round,
    isOpen: true,
    remindersSent: state.request.policy.reminderMinutes.length,
    keptBooking,
  };
  return record({ ...state, phase }, { at: state.updatedAt, action: 'answered', answer: 'takenBack' });
}
