import { ballotFrom } from '../ballots/known-answers.ts';
import type { Ballot } from '../ballots/ballot.ts';
import { asksNobody } from '../policy/policy.ts';
import type { PersonId } from '../people/person.ts';
import type { ServiceProblem } from './service-problem.ts';
import type { Candidate } from '../slots/candidate.ts';
import { later } from '../time/later.ts';
import type { Instant } from '../time/slot.ts';
import type { EventOf } from './event.ts';
import type { OrganizerChoice } from './organizer-choice.ts';
import { completeChoice, noTimesFound, organizerDecides } from './organizer-decides.ts';
import { everybody } from './people.ts';
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
  const isAsking = !asksNobody(state.request.policy);
  const asked = isAsking
    ? state.request.attendees.map(({ person }) => person.id).filter((id) => !(id in ballots))
    : [];
  const deadline = deadlineOf(slots, state.request.policy.responseMinutes, at);
  const phase: Collecting = {
    kind: 'collecting',
    round: { number, slots, openedAt: at, deadline, ballots, asked, inputHash },
    isOpen: false,
    remindersSent: 0,
    keptBooking,
  };
  const next = { ...state, lastRound: number, phase };
  return settle(
    isAsking ? record(next, { at, action: 'proposed', round: number, times: slots.length, asked }) : next,
    at,
  );
}

/** Asks the organizer, in the shape that fits what there is: a booked meeting, a former round, or nothing. */
function nothingToPropose(
  state: MeetingState,
  { keptBooking, round }: Searching,
  found: Partial<Pick<OrganizerChoice, 'obstacles' | 'concessions'>> & { readonly problem?: ServiceProblem },
  at: Instant,
): MeetingState {
  const { problem } = found;
  const question = { reason: 'noSlot', isBooked: keptBooking !== undefined, problem } as const;
  const choice = { ...found, ...question };
  if (keptBooking !== undefined) {
    const whole = completeChoice(choice);
    return record(
      { ...state, phase: { kind: 'booked', booking: keptBooking, round, choice: whole, isFinished: false } },
      { at, action: 'askedOrganizer', question },
    );
  }
  return round === undefined
    ? noTimesFound(state, completeChoice(choice), problem, at)
    : organizerDecides(state, { round }, completeChoice(choice), at);
}

export function onNoTimes(
  state: MeetingState,
  searching: Searching,
  { obstacles, concessions, at }: EventOf<'noTimes'>,
): MeetingState {
  return nothingToPropose(state, searching, { obstacles, concessions }, at);
}

export function onSearchFailed(
  state: MeetingState,
  searching: Searching,
  { problem, at }: EventOf<'serviceFailed'>,
): MeetingState {
  const warned = warn(state, { kind: 'service', problem, at });
  return nothingToPropose(warned, searching, { problem }, at);
}
