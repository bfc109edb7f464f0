import { asksNobody } from '../policy/policy.ts';
import type { EventOf } from './event.ts';
import { keptBooking } from './kept-booking.ts';
import { newRound } from './new-round.ts';
import { voters } from './people.ts';
import { record } from './record.ts';
import type { MeetingRequest } from './request.ts';
import { personOf } from './role.ts';
import { settle, toBooking } from './settle.ts';
import type { MeetingState } from './state.ts';

export function onOrganizerConfirmed(
  state: MeetingState,
  event: EventOf<'organizerConfirmed'>,
): MeetingState {
  const { slot, at } = event;
  const { phase } = state;
  if (phase.kind !== 'collecting' && phase.kind !== 'choosing') return state;
  const { start, end } = slot;
  const told = record(state, { at, action: 'confirmed', by: event, slot: { start, end } });
  return toBooking(told, phase, slot);
}

export function onSlotsChosen(state: MeetingState, event: EventOf<'slotsChosen'>): MeetingState {
  const { slots, at } = event;
  return newRound(state, { exactly: slots, first: [] }, { at, action: 'slotsChosen', by: event, slots });
}

export function onRescheduled(state: MeetingState, event: EventOf<'rescheduled'>): MeetingState {
  const { windows, slots, durationMinutes, at } = event;
  const request: MeetingRequest = {
    ...state.request,
    windows: windows ?? state.request.windows,
    durationMinutes: durationMinutes ?? state.request.durationMinutes,
  };
  const booked = keptBooking(state);
  // Moving a booked meeting means that its present time is not wanted.
  const impossible =
    booked === undefined || slots !== undefined
      ? state.impossible
      : [...state.impossible, { personId: request.organizer.id, slot: booked.slot }];
  return newRound(
    { ...state, request, impossible },
    { first: [], exactly: slots },
    { at, action: 'rescheduled', by: event, from: booked?.slot, slots },
  );
}

function withAttendees(
  request: MeetingRequest,
  { add, remove }: EventOf<'attendeesChanged'>,
): MeetingRequest {
  const changed = new Set([...remove, ...add.map(({ person }) => person.id)]);
  const attendees = [...request.attendees.filter(({ person }) => !changed.has(person.id)), ...add];
  const { approval } = request.policy;
  // A quorum larger than those who are left could never be reached.
  const count =
    approval.kind === 'quorum' ? Math.min(approval.count, voters({ ...request, attendees }).length) : 0;
  return {
    ...request,
    attendees,
    policy: {
      ...request.policy,
      approval: approval.kind === 'quorum' ? { kind: 'quorum', count } : approval,
      vetoes: request.policy.vetoes.filter((id) => !remove.includes(id)),
    },
  };
}

/** Those who have left, for as long as they have not come back. */
function formerAttendees(
  before: MeetingState,
  { attendees }: MeetingRequest,
): MeetingState['formerAttendees'] {
  const all = [...(before.formerAttendees ?? []), ...before.request.attendees.map(({ person }) => person)];
  const former = all.filter(({ id }) => !attendees.some(({ person }) => person.id === id));
  return former.length === 0 ? undefined : former.map(({ id, displayName }) => ({ id, displayName }));
}

/** Without a newcomer the round goes on; with one, the times are looked at again, those on the table first. */
export function onAttendeesChanged(state: MeetingState, event: EventOf<'attendeesChanged'>): MeetingState {
  const { add, remove, at } = event;
  const request = withAttendees(state.request, event);
  const entry = {
    at,
    action: 'attendeesChanged',
    by: event,
    added: add.map(({ person }) => person.id),
    removed: remove,
  } as const;
  const known = Object.fromEntries(
    Object.entries(state.known).filter(([id]) => !remove.some((one) => one === id)),
  );
  const changed: MeetingState = {
    ...state,
    request,
    known,
    formerAttendees: formerAttendees(state, request),
  };
  const { phase } = state;
  switch (phase.kind) {
    case 'collecting':
    case 'choosing': {
      const { round } = phase;
      if (add.length > 0) return newRound(changed, { first: round.slots }, entry);
      const ballots = Object.fromEntries(
        Object.entries(round.ballots).filter(([id]) => !remove.some((one) => one === id)),
      );
      const asked = round.asked.filter((id) => !remove.includes(id));
      return settle(
        { ...record(changed, entry), phase: { ...phase, round: { ...round, ballots, asked } } },
        at,
      );
    }
    case 'booked': {
      const { slot } = phase.booking;
      // Where nobody is asked, another time would be booked unseen.
      const order = asksNobody(request.policy) ? { exactly: [slot], first: [] } : { first: [slot] };
      return newRound(changed, order, entry);
    }
    case 'searching':
      return newRound(changed, phase.order, entry);
    case 'noTimesFound':
      return newRound(changed, { first: [] }, entry);
    case 'bookingUnderWay':
    case 'over':
      return state;
  }
}

export function onCancelled(state: MeetingState, event: EventOf<'cancelled'>): MeetingState {
  const { reason, at } = event;
  const by = personOf(event.caller);
  const isGiven = reason !== undefined && reason.trim() !== '';
  return record(
    {
      ...state,
      phase: {
        kind: 'over',
        status: 'cancelled',
        outcome: { kind: 'cancelled', by, reason: isGiven ? reason : undefined },
        toUndo: keptBooking(state),
        round: state.phase.round,
      },
    },
    { at, action: 'cancelled', by: event },
  );
}
