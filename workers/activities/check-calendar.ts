import type { CheckCalendar, MeetingActivities } from '../../workflows/contract/activities.ts';
import { everybody, requiredIds } from '../../workflows/domain/meeting/people.ts';
import type { WarningFact } from '../../workflows/domain/meeting/warning.ts';
import { hasCalendar } from '../../workflows/domain/people/person.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { bookingConflicts } from './booking-conflicts.ts';
import type { MeetingPorts } from './meeting-ports.ts';
import { withoutOwnEvents } from './own-events.ts';

/** Who declined in Outlook; those who did are not looked at for other meetings any more. */
function declines(
  { request }: CheckCalendar,
  responses: readonly { readonly mail: string; readonly response: string }[],
): readonly Extract<WarningFact, { readonly kind: 'declined' }>[] {
  const declined = responses
    .filter(({ response }) => response === 'declined')
    .map(({ mail }) => mail.toLowerCase());
  return request.attendees
    .map(({ person }) => person)
    .filter(({ mail }) => declined.includes(mail.toLowerCase()))
    .map(({ id }) => ({ kind: 'declined', personId: id, inCalendar: true }));
}

/** Compares the calendars with what was booked. */
export function checkCalendar(ports: MeetingPorts): MeetingActivities['checkCalendar'] {
  const { calendar, reservations, clock, changes } = ports;
  return async (input: CheckCalendar) => {
    const { meetingId, request, booking } = input;
    const ownerId = request.organizer.id;
    const subscribed = changes?.ensureSubscribed(ownerId);
    const event = await calendar.event({ ownerId, eventId: booking.eventId });
    await subscribed;
    if (event === undefined || event.isCancelled) {
      return { kind: 'calendarChanged', warnings: [{ kind: 'deleted' }] };
    }
    const { slot } = event;
    const isMoved = slotKey(slot) !== slotKey(booking.slot);
    const warnings: WarningFact[] = [];
    if (isMoved) {
      const ttlMs = Math.max(0, Date.parse(slot.end) - Date.parse(clock.now())) + 60_000;
      const people = requiredIds(request).filter((id) => hasCalendar(id));
      await reservations.reserve({ holder: meetingId, people, slot, ttlMs });
      warnings.push({ kind: 'moved', slot });
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
    for (const personId of busy) warnings.push({ kind: 'conflict', personId });
    return { kind: 'calendarChanged', warnings, slot: isMoved ? slot : undefined };
  };
}
