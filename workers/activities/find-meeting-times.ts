import type { FindMeetingTimes, MeetingActivities } from '../../workflows/contract/activities.ts';
import {
  asCandidate,
  distinctSlots,
  searchMeeting,
  whereItSuits,
} from '../../workflows/domain/meeting/search/search-meeting.ts';
import type { MeetingPorts } from './meeting-ports.ts';
import { withImpossible, withoutOwnEvents } from './own-events.ts';
import { hull } from '../../workflows/domain/time/slot.ts';
import { readCalendars } from './read-calendars.ts';

/** How many concessions' worth of candidates a meeting carries for the organizer. */
const mostConcessions = 5;

/** Reads everybody's calendars and finds the round's times: those that people named first, where they suit. */
export function findMeetingTimes(
  ports: Pick<MeetingPorts, 'calendar' | 'directory' | 'clock'>,
): MeetingActivities['findMeetingTimes'] {
  return async ({ request, order, impossible, own }: FindMeetingTimes) => {
    const now = ports.clock.now();
    const window = hull(order.exactly ?? [...request.windows, ...order.first]);
    if (window === undefined) return { kind: 'noTimes', obstacles: [], concessions: [] };
    const read = await readCalendars(ports, request, window);
    const calendars = read
      .map((one) => withoutOwnEvents(one, own))
      .map((one) => withImpossible(one, impossible));
    if (order.exactly !== undefined) {
      const candidates = distinctSlots(order.exactly).map((slot) =>
        asCandidate(request, calendars, now, slot),
      );
      return { kind: 'timesFound', candidates };
    }
    const first = order.first.flatMap((slot) => whereItSuits(request, calendars, now, slot) ?? []);
    const result = searchMeeting(request, calendars, now, request.slotCount + first.length);
    const candidates = distinctSlots([...first, ...result.candidates]).slice(0, request.slotCount);
    if (candidates.length > 0) return { kind: 'timesFound', candidates, inputHash: result.inputHash };
    return {
      kind: 'noTimes',
      obstacles: result.obstacles,
      concessions: result.concessions.slice(0, mostConcessions),
    };
  };
}
