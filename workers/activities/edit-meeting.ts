import type { EditMeeting, MeetingActivities } from '../../workflows/contract/activities.ts';
import { everybody, requiredIds } from '../../workflows/domain/meeting/people.ts';
import type { Room } from '../../workflows/domain/people/person.ts';
import { hasCalendar } from '../../workflows/domain/people/person.ts';
import { later } from '../../workflows/domain/time/later.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import type { EventState } from '../../workflows/ports/calendar.ts';
import { ServiceError } from '../../workflows/ports/service-error.ts';
import { bookingConflicts } from './booking-conflicts.ts';
import type { MeetingPorts } from './meeting-ports.ts';
import { wantedRooms } from './read-calendars.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The time that is added lies after the event, so that nothing in it is our own. */
async function takenAfter(
  ports: MeetingPorts,
  input: EditMeeting,
  event: EventState,
  { slot, room }: { readonly slot: Slot; readonly room: Room | undefined },
) {
  const { meetingId, request, absent } = input;
  const declined = event.responses
    .filter(({ response }) => response === 'declined')
    .map(({ mail }) => mail.toLowerCase());
  const needed = requiredIds(request);
  const members = everybody(request).filter(
    ({ id, mail }) =>
      needed.includes(id) &&
      hasCalendar(id) &&
      !absent.includes(id) &&
      !declined.includes(mail.toLowerCase()),
  );
  const people = room === undefined ? members : [...members, room];
  const ids = people.map(({ id }) => id);
  const ttlMs = Math.max(0, Date.parse(slot.end) - Date.parse(ports.clock.now())) + dayMs;
  const reserve = (wanted: Slot) =>
    ports.reservations.reserve({ holder: meetingId, people: ids, slot: wanted, ttlMs });
  const reserved = await reserve(slot);
  if (!reserved.ok) return [reserved.personId];
  const added = { start: event.slot.end, end: slot.end };
  if (added.start >= added.end) return [];
  const read = await ports.calendar.availability({ people, window: added });
  const taken = bookingConflicts({ ...added, score: 1, reasons: [] }, ids, read);
  // What is in the calendars stays reserved.
  if (taken.length > 0) await reserve(event.slot);
  return taken;
}

/** Changes the event in place and nothing in it that is not edited; a longer one only where it is free after it. */
export function editMeeting(ports: MeetingPorts): MeetingActivities['editMeeting'] {
  const { calendar, directory } = ports;
  return async (input: EditMeeting) => {
    const { request, booking, edits } = input;
    const ownerId = request.organizer.id;
    const { eventId, roomId } = booking;
    const event = await calendar.event({ ownerId, eventId });
    if (event === undefined || event.isCancelled) {
      throw new ServiceError({
        reason: 'notFound',
        service: 'calendar',
        message: 'The event is no longer in the calendar.',
      });
    }
    const room = (await wantedRooms(directory, request)).find(({ id }) => id === roomId);
    const { title, place, isOnlineMeeting, durationMinutes } = edits;
    const slot =
      durationMinutes === undefined
        ? booking.slot
        : { start: event.slot.start, end: later(event.slot.start, durationMinutes) };
    if (durationMinutes !== undefined) {
      const taken = await takenAfter(ports, input, event, { slot, room });
      if (taken.length > 0) {
        const people = taken.filter((id) => id !== roomId);
        const because = { slot, people, isRoomTaken: people.length < taken.length };
        return { kind: 'editRefused', because };
      }
    }
    const { joinUrl } = await calendar.editEvent({
      ownerId,
      eventId,
      timeZone: request.timeZone,
      subject: title,
      location: place === undefined ? undefined : { place, room },
      isOnlineMeeting,
      end: durationMinutes === undefined ? undefined : slot.end,
    });
    return { kind: 'eventEdited', booking: { ...booking, slot, joinUrl: joinUrl ?? booking.joinUrl } };
  };
}
