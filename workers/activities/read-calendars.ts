import type { Availability } from '../../workflows/domain/availability/availability.ts';
import { calendarOwners } from '../../workflows/domain/meeting/people.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { Room } from '../../workflows/domain/people/person.ts';
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

/** Free/busy of everybody whose calendar counts. */
export async function readCalendars(
  { calendar, directory }: { readonly calendar: Calendar; readonly directory: Directory },
  request: MeetingRequest,
  window: Slot,
): Promise<readonly Availability[]> {
  const people = calendarOwners(request, await wantedRooms(directory, request));
  return calendar.availability({ people, window });
}
