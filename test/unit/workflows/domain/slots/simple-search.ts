import type { WorkingHours } from '../../../../../workflows/domain/availability/availability.ts';
import { personId } from '../../../../../workflows/domain/people/person.ts';
import type { SearchAttendee, SlotSearchInput } from '../../../../../workflows/domain/slots/search-input.ts';
import type { DayOfWeek } from '../../../../../workflows/domain/time/local.ts';

/** Epoch minutes of an instant. */
export function minute(instant: string): number {
  return Date.parse(instant) / 60_000;
}

export function hours(
  timeZone: string,
  startTime = '09:00',
  endTime = '17:00',
  days: readonly DayOfWeek[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
): WorkingHours {
  return {
    timeZone,
    days: days.map((dayOfWeek) => ({ dayOfWeek, intervals: [{ startTime, endTime }] })),
    exceptions: [],
  };
}

export function attendee(
  name: string,
  busy: readonly (readonly [string, string])[] = [],
  rest: Partial<SearchAttendee> = {},
): SearchAttendee {
  return {
    id: personId(name),
    type: 'required',
    busy: { busy: busy.flatMap(([start, end]) => [minute(start), minute(end)]) },
    wishes: [],
    ...rest,
  };
}

/** Tuesday 2026-06-09, 9 to 12 UTC, an hour on the hour; change what the test is about. */
export function simpleSearch(rest: Partial<SlotSearchInput> = {}): SlotSearchInput {
  return {
    now: '2026-06-01T00:00:00.000Z',
    minimumNoticeMinutes: 0,
    windows: [{ start: '2026-06-09T09:00:00.000Z', end: '2026-06-09T12:00:00.000Z' }],
    durationMinutes: 60,
    granularityMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    timeZone: 'UTC',
    attendees: [attendee('alice')],
    oneOfRooms: [],
    tentativeCounts: 'ifNeedBe',
    workingElsewhereCounts: 'free',
    workingHours: 'hard',
    ranking: 'best',
    maxResults: 10,
    ...rest,
  };
}
