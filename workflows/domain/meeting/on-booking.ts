import type { Instant } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import { approvers } from './approvers.ts';
import type { EventOf } from './event.ts';
import { organizerDecides } from './organizer-decides.ts';
import { nameOf, namesOf } from './people.ts';
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
    { at, action: 'confirmed', message: `"${state.request.title}" is booked.` },
  );
}

/** Somebody is no longer free: the times left of this round first, then any other. */
export function onTaken(
  state: MeetingState,
  phase: BookingUnderWay,
  { by, at }: EventOf<'taken'>,
): MeetingState {
  const { slot, round } = phase;
  const rooms = by.filter((id) => id === slot.roomId);
  const who =
    rooms.length === by.length
      ? 'The room'
      : namesOf(
          state.request,
          by.filter((id) => id !== slot.roomId),
        );
  const message = `${who} is no longer free at the time that was to be booked.`;
  const impossible = [
    ...state.impossible,
    ...by.map((personId) => ({ personId, slot: { start: slot.start, end: slot.end } })),
  ];
  const told = record({ ...state, impossible }, { at, action: 'conflict', message });
  const left = round.slots.filter((one) => slotKey(one) !== slotKey(slot) && one.start > at);
  return mayAskAgain(state)
    ? searchAgain(told, phase, left)
    : organizerDecides(told, phase, { reason: 'conflict', message, candidates: left }, at);
}

/** Nobody knows whether the event was written: a repetition finds it, another decision withdraws it. */
export function onBookingFailed(
  state: MeetingState,
  { message, lostBooking, at }: EventOf<'serviceFailed'>,
): MeetingState {
  const before = state.lostBookings ?? [];
  const isNew = before.every(({ transactionId }) => transactionId !== lostBooking?.transactionId);
  const kept: MeetingState =
    lostBooking !== undefined && isNew ? { ...state, lostBookings: [...before, lostBooking] } : state;
  const { phase } = kept;
  if (phase.kind !== 'bookingUnderWay') return kept;
  const warned = warn(kept, { kind: 'service', message, at });
  return organizerDecides(warned, phase, { reason: 'conflict', message }, at);
}

function withServiceWarnings(state: MeetingState, problems: readonly string[], at: Instant): MeetingState {
  return problems.reduce((next, message) => warn(next, { kind: 'service', message, at }), state);
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
    const name = nameOf(state.request, personId);
    const message =
      by === 'mail'
        ? `${name} was asked by mail, because Teams cannot reach them: ${problem}`
        : `${name} could not be asked: ${problem}`;
    next = record(warn(next, { kind: 'undelivered', personId, message, at }), {
      at,
      action: 'undelivered',
      message,
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
