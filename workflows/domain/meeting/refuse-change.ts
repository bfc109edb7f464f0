import type { PersonId } from '../people/person.ts';
import type { Instant, Slot } from '../time/slot.ts';
import type { Problem } from '../problems/problem.ts';
import type { RequestedAttendee } from './request.ts';
import type { MeetingState } from './state.ts';

const most = 200;

function precondition(message: string): Problem {
  return { code: 'precondition_failed', message };
}

function invalid(message: string, path: string): Problem {
  return { code: 'invalid', message, path };
}

/** What is over cannot be changed; `verb` completes "cannot be …". */
function whenOver(state: MeetingState, verb: string): Problem | undefined {
  const { phase } = state;
  if (phase.kind !== 'over') return undefined;
  const how = phase.status === 'confirmed' ? 'over' : phase.status;
  return precondition(`The meeting is ${how} and cannot be ${verb}; ask for a new one.`);
}

function refuseSlots(slots: readonly Slot[], now: Instant, path: string): Problem | undefined {
  const index = slots.findIndex(({ start }) => start <= now);
  return index < 0
    ? undefined
    : invalid('This time has passed; propose one that is still to come.', `${path}.${index}`);
}

export function refuseSlotChoice(
  state: MeetingState,
  slots: readonly Slot[],
  now: Instant,
): Problem | undefined {
  if (state.phase.kind === 'booked') {
    return precondition('The meeting is booked; move it to other times instead.');
  }
  return whenOver(state, 'changed') ?? refuseSlots(slots, now, 'slots');
}

export function refuseReschedule(
  state: MeetingState,
  wanted: { readonly windows?: readonly Slot[] | undefined; readonly slots?: readonly Slot[] | undefined },
  now: Instant,
): Problem | undefined {
  const over = whenOver(state, 'moved') ?? refuseSlots(wanted.slots ?? [], now, 'slots');
  if (over !== undefined) return over;
  const index = (wanted.windows ?? []).findIndex(({ end }) => end <= now);
  return index < 0 ? undefined : invalid('These days have passed.', `windows.${index}`);
}

export function refuseAttendees(
  state: MeetingState,
  { add, remove }: { readonly add: readonly RequestedAttendee[]; readonly remove: readonly PersonId[] },
): Problem | undefined {
  const over = whenOver(state, 'changed');
  if (over !== undefined) return over;
  const { organizer, attendees } = state.request;
  const there = new Set(attendees.map(({ person }) => person.id));
  if ([...add.map(({ person }) => person.id), ...remove].includes(organizer.id)) {
    return invalid('The organizer is always part of the meeting.', 'remove');
  }
  const absent = remove.findIndex((id) => !there.has(id));
  if (absent >= 0) return invalid('This person is not in the meeting.', `remove.${absent}`);
  const twice = add.findIndex(({ person }) => remove.includes(person.id));
  if (twice >= 0) return invalid('The same person cannot be added and removed.', `add.${twice}`);
  if (add.length === 0 && remove.length === 0) return invalid('Name somebody to add or to remove.', 'add');
  const newcomers = add.filter(({ person }) => !there.has(person.id)).length;
  if (there.size - remove.length + newcomers === 0) {
    return invalid('Nobody would be left; cancel the meeting instead.', 'remove');
  }
  if (there.size - remove.length + newcomers > most) {
    return invalid(`A meeting has at most ${most} attendees.`, 'add');
  }
  return undefined;
}

export function refuseReminder(state: MeetingState): Problem | undefined {
  const over = whenOver(state, 'reminded of');
  if (over !== undefined) return over;
  const { phase } = state;
  if (phase.kind !== 'collecting' && phase.kind !== 'choosing') {
    return precondition('Nobody is being asked at the moment.');
  }
  return state.request.attendees.every(({ person }) => phase.round.ballots[person.id] !== undefined)
    ? precondition('Everybody has answered; there is nobody to remind.')
    : undefined;
}

export function refuseCancel(state: MeetingState): Problem | undefined {
  const { phase } = state;
  return phase.kind === 'over' && phase.status === 'cancelled'
    ? { code: 'conflict', message: 'The meeting is cancelled already.' }
    : whenOver(state, 'cancelled');
}
