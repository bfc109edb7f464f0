import type { Availability } from '../../workflows/domain/availability/availability.ts';
import { everybody } from '../../workflows/domain/meeting/people.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { Person, Room } from '../../workflows/domain/people/person.ts';
import { isGuest } from '../../workflows/domain/people/person.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import type { Directory } from '../../workflows/ports/directory.ts';

/** The rooms of which one is wanted, as the directory knows them. */
export async function wantedRooms(
  directory: Directory,
  { oneOfRooms }: MeetingRequest,
): Promise<readonly Room[]> {
  if (oneOfRooms.length === 0) return [];
  const rooms = await directory.rooms();
  return rooms.filter(({ id }) => oneOfRooms.includes(id));
}

/** One slot from the first start to the last end. */
export function hull(slots: readonly Slot[]): Slot | undefined {
  const [first] = slots;
  if (first === undefined) return undefined;
  return slots.reduce<Slot>(
    (whole, { start, end }) => ({
      start: start < whole.start ? start : whole.start,
      end: end > whole.end ? end : whole.end,
    }),
    first,
  );
}

/** Free/busy of everybody who has a calendar here: guests have none that could be read. */
export async function readCalendars(
  { calendar, directory }: { readonly calendar: Calendar; readonly directory: Directory },
  request: MeetingRequest,
  window: Slot,
): Promise<readonly Availability[]> {
  const members = everybody(request).filter(({ id }) => !isGuest(id));
  const people: readonly Pick<Person, 'id' | 'mail'>[] = [
    ...members,
    ...(await wantedRooms(directory, request)),
  ];
  return calendar.availability({ people, window });
}
