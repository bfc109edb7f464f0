import type { Edits } from '../../../workflows/domain/meeting/edits.ts';
import type { RequestedAttendee } from '../../../workflows/domain/meeting/request.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Person, PersonId } from '../../../workflows/domain/people/person.ts';
import { minuteOfDay } from '../../../workflows/domain/time/minute-of-day.ts';
import { instantToLocal } from '../../../workflows/domain/time/zone.ts';
import type { To } from '../../language/meaning/frame.ts';
import type { NamedPerson } from '../../language/meaning/sense.ts';
import type { SpokenAt } from '../meant/fits-time.ts';
import { isThere } from '../meant/fits-words.ts';
import { presentSlot } from './new-times.ts';

/** A change that people ask for: what shall be different, and who shall be in it. */
export interface Edit {
  readonly fields: Edits;
  readonly add: readonly RequestedAttendee[];
  readonly remove: readonly PersonId[];
}

/** Why it is not clear what shall be different. */
export type UnclearEdit =
  | { readonly reason: 'unknownPerson' | 'notIn' | 'alreadyIn'; readonly name: string }
  | { readonly reason: 'severalPeople'; readonly name: string; readonly people: readonly Person[] };

const shortestMinutes = 5;
const minutesPerDay = 1440;

function durationOf(
  view: MeetingView,
  { minutes, longerMinutes, endAt }: To,
  at: SpokenAt,
): number | undefined {
  if (minutes !== undefined) return minutes;
  if (longerMinutes !== undefined) return Math.max(shortestMinutes, view.durationMinutes + longerMinutes);
  const slot = presentSlot(view);
  if (endAt === undefined || slot === undefined) return undefined;
  const start = minuteOfDay(instantToLocal(at.timeZone, Date.parse(slot.start)).time);
  const length = (minuteOfDay(endAt) - start + minutesPerDay) % minutesPerDay;
  return length === 0 ? undefined : length;
}

function added(view: MeetingView, to: To): readonly RequestedAttendee[] | UnclearEdit {
  const add: RequestedAttendee[] = [];
  for (const named of to.addPeople) {
    const [person, ...others] = named.candidates;
    const { name } = named;
    if (person === undefined) return { reason: 'unknownPerson', name };
    if (others.length > 0) return { reason: 'severalPeople', name, people: named.candidates };
    const isOptional = to.optionalPeople.some(({ candidates }) =>
      candidates.some(({ id }) => id === person.id),
    );
    const type = isOptional ? 'optional' : 'required';
    const there = view.attendees.find((one) => one.person.id === person.id);
    if (there?.type === type) return { reason: 'alreadyIn', name: person.displayName };
    add.push({ person, type, wishes: [] });
  }
  return add;
}

function removed(view: MeetingView, people: readonly NamedPerson[]): readonly PersonId[] | UnclearEdit {
  const remove: PersonId[] = [];
  for (const named of people) {
    const [person, ...others] = view.attendees
      .map((attendee) => attendee.person)
      .filter((one) => isThere(named, [one]));
    const { name } = named;
    if (person === undefined) return { reason: 'notIn', name };
    if (others.length > 0) return { reason: 'severalPeople', name, people: [person, ...others] };
    remove.push(person.id);
  }
  return remove;
}

/** The change of a meeting that was asked for, or why it is not clear. Pure. */
export function editOf(view: MeetingView, to: To, at: SpokenAt): Edit | UnclearEdit {
  const add = added(view, to);
  if ('reason' in add) return add;
  const remove = removed(view, to.removePeople);
  if ('reason' in remove) return remove;
  const durationMinutes = durationOf(view, to, at);
  const fields: Edits = {
    ...(to.title === undefined || to.title === view.title ? {} : { title: to.title }),
    ...(to.place === undefined || to.place === view.place ? {} : { place: to.place }),
    ...(to.online === undefined || to.online === view.isOnlineMeeting ? {} : { isOnlineMeeting: to.online }),
    ...(durationMinutes === undefined || durationMinutes === view.durationMinutes ? {} : { durationMinutes }),
  };
  return { fields, add, remove };
}
