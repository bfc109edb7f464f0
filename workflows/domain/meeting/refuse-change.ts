import type { PersonId } from '../people/person.ts';
import type { Instant, Slot } from '../time/slot.ts';
import type { Problem } from '../problems/problem.ts';
import type { RequestedAttendee } from './request.ts';
import { invalid, nothingAsked, over, precondition } from './refusals.ts';
import type { MeetingState } from './state.ts';

const most = 200;

/** What is over cannot be changed. */
function whenOver({ phase }: MeetingState): Problem | undefined {
  return phase.kind === 'over' ? over(phase.status, 'ask for a new one') : undefined;
}

function refuseSlots(slots: readonly Slot[], now: Instant, path: string): Problem | undefined {
  const index = slots.findIndex(({ start }) => start <= now);
  return index < 0
    ? undefined
    : invalid(
        `${path}.${index}`,
        { reason: 'timePassed' },
        'This time has passed; propose one that is still to come.',
      );
}

export function refuseSlotChoice(
  state: MeetingState,
  slots: readonly Slot[],
  now: Instant,
): Problem | undefined {
  if (state.phase.kind === 'booked') {
    return precondition({ reason: 'moveInstead' }, 'The meeting is booked; move it to other times instead.');
  }
  return whenOver(state) ?? refuseSlots(slots, now, 'slots');
}

export function refuseReschedule(
  state: MeetingState,
  wanted: { readonly windows?: readonly Slot[] | undefined; readonly slots?: readonly Slot[] | undefined },
  now: Instant,
): Problem | undefined {
  const over = whenOver(state) ?? refuseSlots(wanted.slots ?? [], now, 'slots');
  if (over !== undefined) return over;
  const index = (wanted.windows ?? []).findIndex(({ end }) => end <= now);
  return index < 0
    ? undefined
    : invalid(`windows.${index}`, { reason: 'daysPassed' }, 'These days have passed.');
}

export function refuseAttendees(
  state: MeetingState,
  { add, remove }: { readonly add: readonly RequestedAttendee[]; readonly remove: readonly PersonId[] },
): Problem | undefined {
  const over = whenOver(state);
  if (over !== undefined) return over;
  const { organizer, attendees } = state.request;
  const there = new Set(attendees.map(({ person }) => person.id));
  if ([...add.map(({ person }) => person.id), ...remove].includes(organizer.id)) {
    return invalid('remove', { reason: 'organizerStays' }, 'The organizer is always part of the meeting.');
  }
  for (const [index, personId] of remove.entries()) {
    if (there.has(personId)) continue;
    return invalid(
      `remove.${index}`,
      { reason: 'notAnAttendee', personId },
      'This person is not in the meeting.',
    );
  }
  for (const [index, { person }] of add.entries()) {
    if (!remove.includes(person.id)) continue;
    const refusal = { reason: 'addedAndRemoved', personId: person.id } as const;
    return invalid(`add.${index}`, refusal, 'The same person cannot be added and removed.');
  }
  if (add.length === 0 && remove.length === 0)
    return invalid('add', { reason: 'nobodyNamed' }, 'Name somebody to add or to remove.');
  const newcomers = add.filter(({ person }) => !there.has(person.id)).length;
  if (there.size - remove.length + newcomers === 0) {
    return invalid('remove', { reason: 'nobodyLeft' }, 'Nobody would be left; cancel the meeting instead.');
  }
  if (there.size - remove.length + newcomers > most) {
    return invalid('add', { reason: 'tooManyAttendees', most }, `A meeting has at most ${most} attendees.`);
  }
  return undefined;
}

export function refuseReminder(state: MeetingState): Problem | undefined {
  const over = whenOver(state);
  if (over !== undefined) return over;
  const { phase } = state;
  if (phase.kind !== 'collecting' && phase.kind !== 'choosing') {
    return nothingAsked('Nobody is being asked at the moment.');
  }
  return state.request.attendees.every(({ person }) => phase.round.ballots[person.id] !== undefined)
    ? precondition({ reason: 'everybodyAnswered' }, 'Everybody has answered; there is nobody to remind.')
    : undefined;
}

export function refuseCancel(state: MeetingState): Problem | undefined {
  const { phase } = state;
  return phase.kind === 'over' && phase.status === 'cancelled'
    ? { code: 'conflict', reason: 'cancelledAlready', message: 'The meeting is cancelled already.' }
    : whenOver(state);
}
