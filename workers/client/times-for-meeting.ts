import { calendarOwners } from '../../workflows/domain/meeting/people.ts';
import { withoutSlots } from '../../workflows/domain/availability/without-slots.ts';
import { asCandidate, searchMeeting } from '../../workflows/domain/meeting/search/search-meeting.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import { hull } from '../../workflows/domain/time/slot.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import type { Clock } from '../../workflows/ports/clock.ts';

interface WantedTimes {
  readonly slots?: readonly Slot[];
  readonly windows?: readonly Slot[];
  readonly durationMinutes?: number;
  readonly maxResults: number;
}

/** What a meeting that exists would be asked for today; rooms are chosen when it is booked. */
function requestOf(view: MeetingView, durationMinutes: number, windows: readonly Slot[]): MeetingRequest {
  const { title, organizer, timeZone, isOnlineMeeting, policy } = view;
  return {
    title,
    durationMinutes,
    organizer,
    timeZone,
    attendees: view.attendees.map(({ person, type }) => ({ person, type, wishes: [] })),
    wishes: [],
    oneOfRooms: [],
    isOnlineMeeting,
    windows,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    ranking: 'best',
    slotCount: 1,
    policy,
    actions: [],
  };
}

/** Times for a meeting as calendars are now, its own event and holds set aside; changes nothing. */
export async function timesForMeeting(
  ports: { readonly calendar: Calendar; readonly clock: Clock },
  view: MeetingView,
  { slots, windows = [], durationMinutes = view.durationMinutes, maxResults }: WantedTimes,
): Promise<Result<readonly Candidate[]>> {
  const window = hull(slots ?? windows);
  if (window === undefined) return { ok: true, value: [] };
  const request = requestOf(view, durationMinutes, windows);
  const read = await ports.calendar.availability({ people: calendarOwners(request, []), window });
  const own = [...(view.booking === undefined ? [] : [view.booking.slot]), ...(view.proposal?.slots ?? [])];
  const calendars = read.map((one) => withoutSlots(one, own));
  const now = ports.clock.now();
  return {
    ok: true,
    value:
      slots === undefined
        ? searchMeeting(request, calendars, now, maxResults).candidates
        : slots.map((slot) => asCandidate(request, calendars, now, slot)),
  };
}
