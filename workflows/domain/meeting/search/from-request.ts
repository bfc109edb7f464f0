import type { Availability } from '../../availability/availability.ts';
import { packBusy } from '../../slots/pack-busy.ts';
import { InvalidInputError } from '../../problems/invalid-input.ts';
import type { MeetingRequest } from '../request.ts';
import type { AttendeeType, PersonId } from '../../people/person.ts';
import type { Instant } from '../../time/slot.ts';
import type { SearchAttendee, SlotSearchInput } from '../../slots/search-input.ts';
import type { Wish } from '../../slots/wish.ts';

/** Half-hours and, for short meetings, quarters: what people put into calendars. */
const usualGranularityMinutes = 30;
const shortGranularityMinutes = 15;

/**
 * The search that a request asks for. The organizer attends as required. Whoever has no availability here counts as
 * unreadable, so never as free. Throws InvalidInputError when a calendar is malformed.
 */
export function searchInput(
  request: MeetingRequest,
  availabilities: readonly Availability[],
  now: Instant,
  maxResults: number,
): SlotSearchInput {
  const byPerson = new Map(availabilities.map((availability) => [availability.personId, availability]));
  const others = request.attendees.filter(({ person }) => person.id !== request.organizer.id);
  return {
    now,
    minimumNoticeMinutes: request.minimumNoticeMinutes,
    windows: request.windows,
    durationMinutes: request.durationMinutes,
    granularityMinutes:
      request.durationMinutes % usualGranularityMinutes === 0
        ? usualGranularityMinutes
        : shortGranularityMinutes,
    bufferBeforeMinutes: request.bufferBeforeMinutes,
    bufferAfterMinutes: request.bufferAfterMinutes,
    timeZone: request.timeZone,
    earliestTime: request.earliestTime,
    latestTime: request.latestTime,
    daysOfWeek: request.daysOfWeek,
    attendees: [
      ...(request.organizerAttends === false
        ? []
        : [attendee(request.organizer.id, 'required', request.wishes)]),
      ...others.map(({ person, type, wishes }) => attendee(person.id, type, wishes)),
      ...request.oneOfRooms.map((id) => attendee(id, 'resource', [])),
    ],
    oneOfRooms: request.oneOfRooms,
    tentativeCounts: 'ifNeedBe',
    workingElsewhereCounts: 'free',
    workingHours: 'hard',
    ranking: request.ranking,
    maxResults,
  };

  function attendee(id: PersonId, type: AttendeeType, wishes: readonly Wish[]): SearchAttendee {
    return searchAttendee(id, type, wishes, byPerson.get(id));
  }
}

function searchAttendee(
  id: PersonId,
  type: AttendeeType,
  wishes: readonly Wish[],
  availability: Availability | undefined,
): SearchAttendee {
  if (availability === undefined) {
    return { id, type, busy: {}, unreadable: 'No calendar was read for this person.', wishes };
  }
  const { busy, workingHours, error } = availability;
  try {
    return {
      id,
      type,
      busy: packBusy(busy),
      workingHours,
      unreadable: error,
      wishes,
    };
  } catch (error_) {
    if (!(error_ instanceof InvalidInputError)) throw error_;
    throw new InvalidInputError(error_.reason, `availabilities.${id}.${error_.path}`, error_.message);
  }
}
