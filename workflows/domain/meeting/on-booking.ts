import { asksNobody } from '../policy/policy.ts';
import type { ServiceProblem } from './service-problem.ts';
import type { Instant } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import { approvers } from './approvers.ts';
import type { EventOf } from './event.ts';
import { organizerDecides } from './organizer-decides.ts';
import { record, warn } from './record.ts';
import { searchAgain } from './search-again.ts';
import { mayAskAgain } from './settle.ts';
import type { BookingUnderWay, MeetingState } from './state.ts';

export function onBooked(state: MeetingState, { booking, at }: EventOf<'booked'>): MeetingState {
  const { phase } = state;
  // Cancelled while it was being booked: what came into the calendars is undone.
  if (phase.kind === 'over') return { ...state, phase: { ...phase, toUndo: booking } };
  if (phase.kind !== 'bookingUnderWay') return state;
  return record(
    {
      ...state,
      lostBookings: undefined,
      automaticRounds: 0,
      warnings: state.warnings.filter(({ kind }) => kind === 'undelivered'),
      phase: { kind: 'booked', booking, round: phase.round, isFinished: false },
    },
    { at, action: 'confirmed', slot: booking.slot },
  );
}

/** Somebody is no longer free: the times left of this round first, then any other. */
export function onTaken(
  state: MeetingState,
  phase: BookingUnderWay,
  { by, at }: EventOf<'taken'>,
): MeetingState {
  const { slot: candidate, round } = phase;
  const { start, end, roomId } = candidate;
  const slot = { start, end };
  const people = by.filter((id) => id !== roomId);
  const because = { slot, people, isRoomTaken: people.length < by.length };
  const impossible = [...state.impossible, ...by.map((personId) => ({ personId, slot }))];
  const told = record({ ...state, impossible }, { at, action: 'conflict', isBooked: false, ...because });
  const left = round.slots.filter((one) => slotKey(one) !== slotKey(slot) && one.start > at);
  // Nobody would be asked whether another time suits them: that is the organizer's to say.
  return mayAskAgain(state) && !asksNobody(state.request.policy)
    ? searchAgain(told, phase, left)
    : organizerDecides(told, phase, { reason: 'conflict', because, candidates: left }, at);
}

/** Nobody knows whether the event was written: a repetition finds it, another decision withdraws it. */
export function onBookingFailed(
  state: MeetingState,
  { problem, lostBooking, at }: EventOf<'serviceFailed'>,
): MeetingState {
  const before = state.lostBookings ?? [];
  const isNew = before.every(({ transactionId }) => transactionId !== lostBooking?.transactionId);
  const kept: MeetingState =
    lostBooking !== undefined && isNew ? { ...state, lostBookings: [...before, lostBooking] } : state;
  const { phase } = kept;
  if (phase.kind !== 'bookingUnderWay') return kept;
  const warned = warn(kept, { kind: 'service', problem, at });
  return organizerDecides(warned, phase, { reason: 'conflict', because: problem }, at);
}

function withServiceWarnings(
  state: MeetingState,
  problems: readonly ServiceProblem[],
  at: Instant,
): MeetingState {
  return problems.reduce((next, problem) => warn(next, { kind: 'service', problem, at }), state);
}

export function onFinished(
  state: MeetingState,
  { approved, taskIds, problems, at }: EventOf<'finished'>,
): MeetingState {
  const kept: MeetingState = {
    ...state,
    lostBookings: undefined,
    taskIds: [...new Set([...state.taskIds, ...taskIds])],
    holds: [],
  };
  const { phase } = kept;
  const done: MeetingState =
    phase.kind === 'booked'
      ? { ...kept, phase: { ...phase, isFinished: approvers(phase).every((id) => approved.includes(id)) } }
      : kept;
  return withServiceWarnings(done, problems, at);
}

export function onAsked(
  state: MeetingState,
  { holds, reached, problems, at }: EventOf<'asked'>,
): MeetingState {
  const { phase } = state;
  let next: MeetingState = {
    ...state,
    holds,
    reachedBy: {
      ...state.reachedBy,
      ...Object.fromEntries(reached.map(({ personId, by }) => [personId, by])),
    },
    phase: phase.kind === 'collecting' ? { ...phase, isOpen: true } : phase,
  };
  for (const { personId, by, problem } of reached) {
    if (by === 'teams' || problem === undefined) continue;
    const how = { reachedBy: by, problem };
    next = record(warn(next, { kind: 'undelivered', personId, ...how, at }), {
      at,
      action: 'undelivered',
      attendeeId: personId,
      ...how,
    });
  }
  return withServiceWarnings(next, problems, at);
}

export function onUndone(state: MeetingState, { problems, at }: EventOf<'undone'>): MeetingState {
  const { phase } = state;
  if (phase.kind !== 'over') return state;
  const over = { ...phase, toUndo: undefined };
  const next = { ...state, lostBookings: undefined, holds: [], taskIds: [], phase: over };
  return withServiceWarnings(next, problems, at);
}
