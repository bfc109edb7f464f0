import { ballotFrom } from '../ballots/known-answers.ts';
import type { Ballot } from '../ballots/ballot.ts';
import type { PersonId } from '../people/person.ts';
import type { Candidate } from '../slots/candidate.ts';
import { later } from '../time/later.ts';
import type { Instant } from '../time/slot.ts';
import type { EventOf } from './event.ts';
import type { ShortChoice } from './organizer-decides.ts';
import { completeChoice, noTimesFound, organizerDecides } from './organizer-decides.ts';
import { everybody, namesOf } from './people.ts';
import { record, warn } from './record.ts';
import { settle } from './settle.ts';
import type { Collecting, MeetingState, Searching } from './state.ts';

/** The answer period, but not beyond the last slot's start: then there is nothing left to approve. */
function deadlineOf(slots: readonly Candidate[], responseMinutes: number, at: Instant): Instant {
  const byPolicy = later(at, responseMinutes);
  const lastStart = slots.map(({ start }) => start).reduce((a, b) => (a > b ? a : b), at);
  return lastStart > at && lastStart < byPolicy ? lastStart : byPolicy;
}

/** Who has answered all of these slots in an earlier round keeps those answers and is not asked again. */
function ballotsKept(
  state: MeetingState,
  slots: readonly Candidate[],
  round: number,
  at: Instant,
): Record<PersonId, Ballot> {
  const kept: Record<PersonId, Ballot> = {};
  for (const person of everybody(state.request)) {
    const ballot = ballotFrom({ known: state.known, personId: person.id, round, slots, at });
    if (ballot !== undefined) kept[person.id] = ballot;
  }
  return kept;
}

/** Opens a round with what was found. */
export function onTimesFound(
  state: MeetingState,
  searching: Searching,
  { candidates, inputHash, at }: EventOf<'timesFound'>,
): MeetingState {
  const { order, keptBooking } = searching;
  const slots = order.exactly === undefined ? candidates.slice(0, state.request.slotCount) : candidates;
  const number = state.lastRound + 1;
  const ballots = ballotsKept(state, slots, number, at);
  const asked = state.request.attendees.map(({ person }) => person.id).filter((id) => !(id in ballots));
  const deadline = deadlineOf(slots, state.request.policy.responseMinutes, at);
  const phase: Collecting = {
    kind: 'collecting',
    round: { number, slots, openedAt: at, deadline, ballots, asked, inputHash },
    isOpen: false,
    remindersSent: 0,
    keptBooking,
  };
  const times = slots.length === 1 ? 'one time' : `${slots.length} times`;
  const whom = asked.length === 0 ? 'nobody has to be asked again' : `${namesOf(state.request, asked)} asked`;
  const message = `Round ${number}: ${times} proposed, ${whom}.`;
  return settle(record({ ...state, lastRound: number, phase }, { at, action: 'proposed', message }), at);
}

/** Asks the organizer, in the shape that fits what there is: a booked meeting, a former round, or nothing. */
function nothingToPropose(
  state: MeetingState,
  searching: Searching,
  choice: ShortChoice,
  at: Instant,
): MeetingState {
  const { keptBooking, round } = searching;
  if (keptBooking !== undefined) {
    const whole = completeChoice(choice);
    return record(
      { ...state, phase: { kind: 'booked', booking: keptBooking, round, choice: whole, isFinished: false } },
      { at, action: 'askedOrganizer', message: choice.message },
    );
  }
  return round === undefined
    ? noTimesFound(state, choice, at)
    : organizerDecides(state, { round }, completeChoice(choice), at);
}

export function onNoTimes(
  state: MeetingState,
  searching: Searching,
  { obstacles, concessions, at }: EventOf<'noTimes'>,
): MeetingState {
  const message =
    searching.keptBooking === undefined
      ? 'No time suits everybody who is required. Widen the days, make it shorter, or choose a time in spite of it.'
      : 'No other time suits everybody who is required; the meeting stays where it is.';
  return nothingToPropose(state, searching, { reason: 'noSlot', message, obstacles, concessions }, at);
}

export function onSearchFailed(
  state: MeetingState,
  searching: Searching,
  { message, at }: EventOf<'serviceFailed'>,
): MeetingState {
  const warned = warn(state, { kind: 'service', message, at });
  return nothingToPropose(warned, searching, { reason: 'noSlot', message }, at);
}
