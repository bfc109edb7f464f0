import { asksNobody } from '../policy/policy.ts';
import type { PersonId } from '../people/person.ts';
import type { Instant, Slot } from '../time/slot.ts';
import type { Problem } from '../problems/problem.ts';
import { refuse } from '../problems/refuse.ts';
import type { RequestedAttendee } from './request.ts';
import type { MeetingState } from './state.ts';

/** What Graph takes for one event. */
const most = 200;

/** What is over cannot be changed. */
function whenOver({ phase }: MeetingState): Problem | undefined {
  return phase.kind === 'over' ? refuse({ reason: 'over', ending: phase.status }) : undefined;
}

function refuseSlots(slots: readonly Slot[], now: Instant): Problem | undefined {
  const index = slots.findIndex(({ start }) => start <= now);
  return index < 0 ? undefined : refuse({ reason: 'timePassed' }, `slots.${index}`);
}

export function refuseSlotChoice(
  state: MeetingState,
  slots: readonly Slot[],
  now: Instant,
): Problem | undefined {
  if (state.phase.kind === 'booked') return refuse({ reason: 'moveInstead' });
  return whenOver(state) ?? refuseSlots(slots, now);
}

export function refuseReschedule(
  state: MeetingState,
  wanted: { readonly windows?: readonly Slot[]; readonly slots?: readonly Slot[] },
  now: Instant,
): Problem | undefined {
  const problem = whenOver(state) ?? refuseSlots(wanted.slots ?? [], now);
  if (problem !== undefined) return problem;
  const index = (wanted.windows ?? []).findIndex(({ end }) => end <= now);
  return index < 0 ? undefined : refuse({ reason: 'daysPassed' }, `windows.${index}`);
}

export function refuseAttendees(
  state: MeetingState,
  { add, remove }: { readonly add: readonly RequestedAttendee[]; readonly remove: readonly PersonId[] },
): Problem | undefined {
  const over = whenOver(state);
  if (over !== undefined) return over;
  const { organizer, attendees } = state.request;
  const there = new Set(attendees.map(({ person }) => person.id));
  const added = add.map(({ person }) => person.id);
  if ([...added, ...remove].includes(organizer.id)) return refuse({ reason: 'organizerStays' }, 'remove');
  for (const [index, personId] of remove.entries()) {
    if (!there.has(personId)) return refuse({ reason: 'notAnAttendee', personId }, `remove.${index}`);
  }
  for (const [index, personId] of added.entries()) {
    if (remove.includes(personId)) return refuse({ reason: 'addedAndRemoved', personId }, `add.${index}`);
  }
  if (add.length === 0 && remove.length === 0) return refuse({ reason: 'nobodyNamed' }, 'add');
  const count = there.size - remove.length + added.filter((id) => !there.has(id)).length;
  if (count === 0) return refuse({ reason: 'nobodyLeft' }, 'remove');
  return count > most ? refuse({ reason: 'tooManyAttendees', most }, 'add') : undefined;
}

export function refuseReminder(state: MeetingState): Problem | undefined {
  const { phase, request } = state;
  if (phase.kind !== 'collecting' && phase.kind !== 'choosing') {
    return whenOver(state) ?? refuse({ reason: 'nothingAsked' });
  }
  if (asksNobody(request.policy)) return refuse({ reason: 'nothingAsked' });
  return request.attendees.every(({ person }) => phase.round.ballots[person.id] !== undefined)
    ? refuse({ reason: 'everybodyAnswered' })
    : undefined;
}

export function refuseCancel(state: MeetingState): Problem | undefined {
  const { phase } = state;
  return phase.kind === 'over' && phase.status === 'cancelled'
    ? refuse({ reason: 'cancelledAlready' })
    : whenOver(state);
}
