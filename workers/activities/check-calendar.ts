import type { CheckCalendar, MeetingActivities } from '../../workflows/contract/activities.ts';
import { everybody, nameOf, requiredIds } from '../../workflows/domain/meeting/people.ts';
import type { Warning } from '../../workflows/domain/meeting/view.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import { hasCalendar } from '../../workflows/domain/people/person.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { bookingConflicts } from './booking-conflicts.ts';
import type { MeetingPorts } from './meeting-ports.ts';
import { withoutOwnEvents } from './own-events.ts';

type Finding = Omit<Warning, 'at'>;

/** Who declined in Outlook; those who did are not looked at for other meetings any more. */
function declines(
  { request }: CheckCalendar,
  responses: readonly { readonly mail: string; readonly response: string }[],
): readonly (Finding & { readonly personId: PersonId })[] {
  const declined = responses
    .filter(({ response }) => response === 'declined')
    .map(({ mail }) => mail.toLowerCase());
  return request.attendees
    .map(({ person }) => person)
    .filter(({ mail }) => declined.includes(mail.toLowerCase()))
    .map(({ id, displayName }) => ({
      kind: 'declined',
      personId: id,
      message: `${displayName} declined in their calendar.`,
    }));
}

/** Compares what stands in calendars with what was booked. */
export function checkCalendar(ports: MeetingPorts): MeetingActivities['checkCalendar'] {
  const { calendar, reservations, clock, changes } = ports;
  return async (input: CheckCalendar) => {
    const { meetingId, request, booking } = input;
    const ownerId = request.organizer.id;
    const following = changes?.follow(ownerId);
    const event = await calendar.event({ ownerId, eventId: booking.eventId });
    await following;
    if (event === undefined || event.isCancelled) {
      const message = `The event of "${request.title}" is no longer in the calendar.`;
      return { kind: 'calendarChanged', warnings: [{ kind: 'deleted', message }] };
    }
    const { slot } = event;
    const isMoved = slotKey(slot) !== slotKey(booking.slot);
    const warnings: Finding[] = [];
    if (isMoved) {
      const ttlMs = Math.max(0, Date.parse(slot.end) - Date.parse(clock.now())) + 60_000;
      const people = requiredIds(request).filter((id) => hasCalendar(id));
      await reservations.reserve({ holder: meetingId, people, slot, ttlMs });
      warnings.push({
        kind: 'moved',
        message: `"${request.title}" was moved in the calendar to ${slot.start}.`,
      });
    }
    const declined = declines(input, event.responses);
    warnings.push(...declined);
    const watched = requiredIds(request).filter(
      (id) => hasCalendar(id) && !declined.some(({ personId }) => personId === id),
    );
    const people = everybody(request).filter(({ id }) => watched.includes(id));
    const read = await calendar.availability({ people, window: slot });
    const readable = read.filter(({ error }) => error === undefined);
    const own = { holds: [], booking: { ...booking, slot } };
    const busy = bookingConflicts(
      { ...slot, score: 1, reasons: [] },
      readable.map(({ personId }) => personId),
      readable.map((one) => withoutOwnEvents(one, own)),
    );
    for (const personId of busy) {
      const message = `${nameOf(request, personId)} has another appointment at the time of the meeting.`;
      warnings.push({ kind: 'conflict', personId, message });
    }
    return { kind: 'calendarChanged', warnings, ...(isMoved ? { slot } : {}) };
  };
}
