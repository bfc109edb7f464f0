import type { Availability } from '../../workflows/domain/availability/availability.ts';
import { InvalidInputError } from '../../workflows/domain/problems/invalid-input.ts';
import { calendarOwners } from '../../workflows/domain/meeting/people.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import { searchMeeting } from '../../workflows/domain/meeting/search/search-meeting.ts';
import { hull } from '../../workflows/domain/time/slot.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import type { Clock } from '../../workflows/ports/clock.ts';
import type { Directory } from '../../workflows/ports/directory.ts';
import type { FoundTimes } from './meetings.ts';

/** Times for a request as calendars are now; changes nothing. */
export async function readTimes(
  ports: { readonly calendar: Calendar; readonly directory: Directory; readonly clock: Clock },
  request: MeetingRequest,
  maxResults: number,
): Promise<Result<FoundTimes>> {
  const rooms = request.oneOfRooms.length === 0 ? [] : await ports.directory.rooms();
  const window = hull(request.windows);
  const availabilities: readonly Availability[] =
    window === undefined
      ? []
      : await ports.calendar.availability({ people: calendarOwners(request, rooms), window });
  try {
    const result = searchMeeting(request, availabilities, ports.clock.now(), maxResults);
    return { ok: true, value: { result, availabilities } };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { ok: false, problem: { code: 'invalid', message: error.message, path: error.path } };
  }
}
