import type { Availability } from '../../workflows/domain/availability/availability.ts';
import { InvalidInputError } from '../../workflows/domain/problems/invalid-input.ts';
import { everybody } from '../../workflows/domain/meeting/people.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import { isGuest } from '../../workflows/domain/people/person.ts';
import { searchMeeting } from '../../workflows/domain/meeting/search/search-meeting.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import type { Clock } from '../../workflows/ports/clock.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import type { FoundTimes } from './meetings.ts';

function wholeWindow(windows: readonly Slot[]): Slot {
  const starts = windows.map(({ start }) => start).sort();
  const ends = windows.map(({ end }) => end).sort();
  return { start: starts[0] ?? '', end: ends.at(-1) ?? '' };
}

/** Times for a request as calendars are now; changes nothing. */
export async function readTimes(
  ports: { readonly calendar: Calendar; readonly directory: Directory; readonly clock: Clock },
  request: MeetingRequest,
  maxResults: number,
): Promise<Result<FoundTimes>> {
  const rooms = request.oneOfRooms.length === 0 ? [] : await ports.directory.rooms();
  const people = [
    ...everybody(request).filter(({ id }) => !isGuest(id)),
    ...rooms.filter(({ id }) => request.oneOfRooms.includes(id)),
  ];
  const availabilities: readonly Availability[] = await ports.calendar.availability({
    people,
    window: wholeWindow(request.windows),
  });
  try {
    const result = searchMeeting(request, availabilities, ports.clock.now(), maxResults);
    return { ok: true, value: { result, availabilities } };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { ok: false, problem: { code: 'invalid', message: error.message, path: error.path } };
  }
}
