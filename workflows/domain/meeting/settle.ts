import type { Decision } from '../policy/decide.ts';
import { decide } from '../policy/decide.ts';
import type { Candidate } from '../slots/candidate.ts';
import type { Instant } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import { endUndecided } from './end-undecided.ts';
import { organizerDecides } from './organizer-decides.ts';
import { namesOf, voters } from './people.ts';
import { record } from './record.ts';
import { searchAgain } from './search-again.ts';
import type { Choosing, Collecting, MeetingState } from './state.ts';

export function mayAskAgain(state: MeetingState): boolean {
  return state.automaticRounds + 1 < state.request.policy.maxRounds;
}

/** What the round's ballots mean now. */
export function decisionOf(
  state: MeetingState,
  { proposal, ballots }: Pick<Collecting, 'proposal' | 'ballots'>,
  now: Instant,
): Decision<Candidate> {
  return decide(
    {
      slots: proposal.slots,
      voters: voters(state.request),
      ballots: Object.values(ballots),
      policy: state.request.policy,
      deadline: proposal.deadline,
      mayAskAgain: mayAskAgain(state),
    },
    now,
  );
}

export function toBooking(
  state: MeetingState,
  { proposal, ballots, asked, keptBooking }: Collecting | Choosing,
  slot: Candidate,
): MeetingState {
  return {
    ...state,
    phase: {
      kind: 'booking',
      proposal,
      ballots,
      asked,
      slot,
      keptBooking: keptBooking,
    },
  };
}

/** The ballots suffice: book, or ask for the organizer's word where the policy wants it. */
function onConfirm(
  state: MeetingState,
  round: Collecting | Choosing,
  slot: Candidate,
  at: Instant,
): MeetingState {
  if (state.request.policy.confirmation === 'auto') return toBooking(state, round, slot);
  if (round.kind === 'choosing' && round.choice.reason === 'confirm') {
    const candidates = [
      slot,
      ...round.proposal.slots.filter((one) => slotKey(one) !== slotKey(slot) && one.start > at),
    ];
    return { ...state, phase: { ...round, choice: { ...round.choice, candidates } } };
  }
  const message = 'There are enough approvals. Confirm the meeting, and it will be booked.';
  const candidates = [
    slot,
    ...round.proposal.slots.filter((one) => slotKey(one) !== slotKey(slot) && one.start > at),
  ];
  return organizerDecides(state, round, { reason: 'confirm', message, candidates }, at);
}

/** Draws the conclusion from the ballots: waits, books, opens the next round, or asks the organizer. */
export function settle(state: MeetingState, at: Instant): MeetingState {
  const round = state.phase;
  if (round.kind !== 'collecting' && round.kind !== 'choosing') return state;
  const decision = decisionOf(state, round, at);
  // Once the organizer has been asked, only enough approvals change the question.
  if (decision.kind === 'confirm') return onConfirm(state, round, decision.slot, at);
  if (round.kind === 'choosing' && round.choice.reason !== 'confirm') return state;
  switch (decision.kind) {
    case 'wait':
      return round.kind === 'choosing' ? backToCollecting(state, round) : state;
    case 'askAgain': {
      const impossible = [...state.impossible, ...decision.refused];
      return searchAgain({ ...state, impossible }, round, decision.counterProposals);
    }
    case 'unreachable': {
      const message = `No time suits everybody after ${state.round} ${state.round === 1 ? 'round' : 'rounds'}. Choose one of the times, propose others, or cancel.`;
      return organizerDecides(state, round, { reason: 'roundsExhausted', message }, at);
    }
    case 'deadline': {
      const silent = voters(state.request)
        .filter(({ personId, role }) => role !== 'organizer' && round.ballots[personId] === undefined)
        .map(({ personId }) => personId);
      if (decision.then === 'expire') {
        return endUndecided(
          state,
          'expired',
          `The answers of ${namesOf(state.request, silent)} did not come in time.`,
          at,
        );
      }
      const message =
        silent.length === 0
          ? 'The deadline has passed without enough approvals. Confirm one of the times, propose others, or cancel.'
          : `The deadline has passed, and ${namesOf(state.request, silent)} did not answer. Confirm one of the times, remind, propose others, or cancel.`;
      return organizerDecides(state, round, { reason: 'deadline', message }, at);
    }
  }
}

/** A `yes` was taken back before the organizer's word: the round goes on as it was. */
function backToCollecting(state: MeetingState, round: Choosing): MeetingState {
  const { proposal, ballots, asked, keptBooking } = round;
  const phase: Collecting = {
    kind: 'collecting',
    proposal,
    ballots,
    asked,
    isOpen: true,
    remindersSent: state.request.policy.reminderMinutes.length,
    keptBooking,
  };
  return record(
    { ...state, phase },
    {
      at: state.updatedAt,
      action: 'answered',
      message: 'An approval was taken back; the answers are waited for again.',
    },
  );
}
