import type { Answer } from '../ballots/ballot.ts';
import type { Problem } from '../problems/problem.ts';
import { refuse } from '../problems/refuse.ts';
import { later } from '../time/later.ts';
import type { Instant, Slot, SlotKey } from '../time/slot.ts';
import { slotKey } from '../time/slot.ts';
import type { Given } from './caller.ts';
import type { Edits } from './edits.ts';
import type { EventOf } from './event.ts';
import { keptBooking } from './kept-booking.ts';
import { newRound } from './new-round.ts';
import { record } from './record.ts';
import type { MeetingRequest } from './request.ts';
import type { MeetingState, SearchOrder } from './state.ts';

const fields = ['title', 'agenda', 'place', 'isOnlineMeeting', 'durationMinutes'] as const;

function valueIn(request: Edits, field: (typeof fields)[number]): string | number | boolean {
  return request[field] ?? '';
}

/** Those of the fields that are given and different. */
export function editsOf(request: MeetingRequest, wanted: Edits): Edits {
  const changed = fields.filter(
    (field) => wanted[field] !== undefined && valueIn(wanted, field) !== valueIn(request, field),
  );
  return Object.fromEntries(changed.map((field) => [field, wanted[field]]));
}

/** What the edited fields are now: the edits that undo these. */
function formerly(request: MeetingRequest, edits: Edits): Edits {
  return Object.fromEntries(
    fields.filter((field) => edits[field] !== undefined).map((field) => [field, valueIn(request, field)]),
  );
}

/** Why these edits cannot be made now; undefined when they can. */
export function refuseEdit(state: MeetingState, edits: Edits, now: Instant): Problem | undefined {
  const { phase, request } = state;
  if (phase.kind === 'over') return refuse({ reason: 'over', ending: phase.status });
  if (Object.keys(edits).length === 0) return refuse({ reason: 'nothingToEdit' });
  const { durationMinutes } = edits;
  const booking = keptBooking(state);
  if (booking !== undefined) {
    // Others write into the event's text as well, and Teams keeps its join link there.
    if (edits.agenda !== undefined) return refuse({ reason: 'agendaInEvent' }, 'agenda');
    if (edits.isOnlineMeeting === false && request.isOnlineMeeting) {
      return refuse({ reason: 'staysOnline' }, 'isOnlineMeeting');
    }
  }
  if (durationMinutes === undefined) return undefined;
  if (phase.kind === 'booked') {
    return later(phase.booking.slot.start, durationMinutes) > now
      ? undefined
      : refuse({ reason: 'timePassed' }, 'durationMinutes');
  }
  const slots = phase.round?.slots ?? [];
  return slots.length > 0 && slots.every(({ start }) => start <= now)
    ? refuse({ reason: 'allTimesPassed' }, 'durationMinutes')
    : undefined;
}

/** What is booked is edited in the calendar first. */
export function onEdited(state: MeetingState, { edits, at, ...by }: EventOf<'edited'>): MeetingState {
  return keptBooking(state) === undefined
    ? edited(state, edits, by, at)
    : { ...state, edit: { edits, by: { caller: by.caller, seenVersion: by.seenVersion } } };
}

/** The event has them. */
export function onEventEdited(state: MeetingState, { booking, at }: EventOf<'eventEdited'>): MeetingState {
  const { edit, phase, ...rest } = state;
  if (edit === undefined) return state;
  const { edits, by } = edit;
  switch (phase.kind) {
    case 'booked': {
      // Whoever accepted another length has to be accepted for once more.
      const isFinished = phase.isFinished && slotKey(booking.slot) === slotKey(phase.booking.slot);
      const shorter = edited({ ...rest, phase }, edits, by, at);
      const { round } = shorter.phase;
      return { ...shorter, phase: { ...phase, round, booking, isFinished } };
    }
    case 'searching':
    case 'collecting':
    case 'choosing':
    case 'bookingUnderWay':
      return edited({ ...rest, phase: { ...phase, keptBooking: booking } }, edits, by, at);
    case 'noTimesFound':
    case 'over':
      return { ...rest, phase };
  }
}

/** The event stays as it is, and so does the meeting. */
export function onEditRefused(
  { edit, ...state }: MeetingState,
  { because, isTold, at }: EventOf<'editRefused'>,
): MeetingState {
  return record(state, { at, action: 'notEdited', by: edit?.by, because, isTold });
}

/** Why edits that were accepted after that version were not made, or have not been made yet. */
export function editProblem(state: MeetingState, since: number): Problem | undefined {
  const { phase } = state;
  if (phase.kind === 'over') return refuse({ reason: 'over', ending: phase.status });
  if (state.edit !== undefined) return refuse({ reason: 'editUnderWay' });
  const refused = state.history.find(({ action, version }) => action === 'notEdited' && version > since);
  if (refused?.action !== 'notEdited') return undefined;
  const { because } = refused;
  if ('service' in because) return refuse({ reason: 'eventNotEdited', problem: because.reason });
  const names = state.request.attendees
    .map(({ person }) => person)
    .concat(state.request.organizer)
    .filter(({ id }) => because.people.includes(id))
    .map(({ displayName }) => displayName)
    .join(', ');
  return refuse({ reason: 'notFreeThatLong', names, isRoomTaken: because.isRoomTaken }, 'durationMinutes');
}

function cut({ start }: Slot, durationMinutes: number): Slot {
  return { start, end: later(start, durationMinutes) };
}

/** Who has time for long has time for less: their answers hold for the shorter slots too. */
function withShorter(
  answers: Readonly<Record<SlotKey, Answer>>,
  slots: readonly Slot[],
  durationMinutes: number,
): Readonly<Record<SlotKey, Answer>> {
  const added = slots.flatMap((slot) => {
    const answer = answers[slotKey(slot)];
    return answer === undefined ? [] : [[slotKey(cut(slot, durationMinutes)), answer] as const];
  });
  return { ...answers, ...Object.fromEntries(added) };
}

function withAnswersKept(state: MeetingState, durationMinutes: number): MeetingState {
  const { phase, request } = state;
  if (durationMinutes >= request.durationMinutes) return state;
  const slots = [...(phase.round?.slots ?? []), ...(phase.kind === 'booked' ? [phase.booking.slot] : [])];
  const known = Object.fromEntries(
    Object.entries(state.known).map(([id, said]) => [id, withShorter(said, slots, durationMinutes)]),
  );
  if (phase.kind !== 'booked' || phase.round === undefined) return { ...state, known };
  const ballots = Object.fromEntries(
    Object.entries(phase.round.ballots).map(([id, ballot]) => [
      id,
      { ...ballot, answers: withShorter(ballot.answers, slots, durationMinutes) },
    ]),
  );
  return { ...state, known, phase: { ...phase, round: { ...phase.round, ballots } } };
}

function withLength(order: SearchOrder, durationMinutes: number): SearchOrder {
  return {
    exactly: order.exactly?.map((slot) => cut(slot, durationMinutes)),
    first: order.first.map((slot) => cut(slot, durationMinutes)),
  };
}

/** Another length of what is asked is asked at the same starts; the rest leaves the round as it is. */
function edited(state: MeetingState, edits: Edits, by: Given, at: Instant): MeetingState {
  const { durationMinutes } = edits;
  const entry = { at, action: 'edited', by, before: formerly(state.request, edits), after: edits } as const;
  const request = { ...state.request, ...edits };
  if (durationMinutes === undefined) return record({ ...state, request }, entry);
  const next = { ...withAnswersKept(state, durationMinutes), request };
  const { phase } = next;
  switch (phase.kind) {
    case 'searching':
      return newRound(next, withLength(phase.order, durationMinutes), entry);
    case 'collecting':
    case 'choosing':
    case 'bookingUnderWay': {
      const left = phase.round.slots.filter(({ start }) => start > at);
      return newRound(next, withLength({ exactly: left, first: [] }, durationMinutes), entry);
    }
    case 'noTimesFound':
      return newRound(next, { first: [] }, entry);
    case 'booked':
    case 'over':
      return record(next, entry);
  }
}
