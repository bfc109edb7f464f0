import type { BookMeeting, MeetingActivities } from '../../workflows/contract/activities.ts';
import { everybody, requiredIds } from '../../workflows/domain/meeting/people.ts';
import type { BookedEvent } from '../../workflows/domain/meeting/view.ts';
import type { Room } from '../../workflows/domain/people/person.ts';
import { hasCalendar } from '../../workflows/domain/people/person.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import type { EventIds, NewEvent } from '../../workflows/ports/calendar.ts';
import { ServiceError } from '../../workflows/ports/service-error.ts';
import { bookingConflicts } from './booking-conflicts.ts';
import type { MeetingPorts } from './meeting-ports.ts';
import { withoutOwnEvents } from './own-events.ts';
import { wantedRooms } from './read-calendars.ts';
import { withdrawUnconfirmedEvents } from './withdraw-unconfirmed-events.ts';

const dayMs = 24 * 60 * 60 * 1000;

function newEventOf(input: BookMeeting, slot: Slot, room: Room | undefined): NewEvent {
  const { request, transactionId, absent } = input;
  return {
    transactionId,
    organizer: request.organizer,
    subject: request.title,
    body: request.agenda ?? '',
    slot,
    timeZone: request.timeZone,
    attendees: request.attendees
      .filter(({ person }) => !absent.includes(person.id))
      .map(({ person, type }) => ({ person, type })),
    room,
    place: request.place,
    isOnlineMeeting: request.isOnlineMeeting,
  };
}

/** Moves the event that is booked already; undefined when it is gone or other people or another room are in it. */
async function moved(ports: MeetingPorts, input: BookMeeting, slot: Slot): Promise<BookedEvent | undefined> {
  const { own, request } = input;
  const { booking } = own;
  if (booking === undefined || booking.roomId !== input.slot.roomId) return undefined;
  const { eventId } = booking;
  const ownerId = request.organizer.id;
  try {
    const event = await ports.calendar.event({ ownerId, eventId });
    if (event === undefined || event.isCancelled) return undefined;
    const invited = request.attendees.filter(({ person }) => !input.absent.includes(person.id));
    const there = event.responses.map(({ mail }) => mail.toLowerCase());
    const wanted = invited.map(({ person }) => person.mail.toLowerCase());
    const rooms = (await wantedRooms(ports.directory, request)).map(({ mail }) => mail.toLowerCase());
    const isSame =
      wanted.every((mail) => there.includes(mail)) &&
      there.every(
        (mail) =>
          wanted.includes(mail) || rooms.includes(mail) || mail === request.organizer.mail.toLowerCase(),
      );
    if (!isSame) return undefined;
    await ports.calendar.moveEvent({ ownerId, eventId, slot, timeZone: request.timeZone });
    return booking;
  } catch (error) {
    if (error instanceof ServiceError && error.reason === 'notFound') return undefined;
    throw error;
  }
}

async function written(ports: MeetingPorts, input: BookMeeting, slot: Slot): Promise<EventIds> {
  const before = input.own.booking;
  const same = await moved(ports, input, slot);
  if (same !== undefined) return same;
  const rooms = await wantedRooms(ports.directory, input.request);
  const event = await ports.calendar.book(
    newEventOf(
      input,
      slot,
      rooms.find(({ id }) => id === input.slot.roomId),
    ),
  );
  if (before !== undefined) {
    await ports.calendar.cancelEvent({
      ownerId: input.request.organizer.id,
      eventId: before.eventId,
      comment: ports.calendarWriter.comment(input.request, { kind: 'moved' }),
    });
  }
  return event;
}

/**
 * Reserves everybody and the room among all meetings, reads their calendars once more, and writes one event. Once the
 * writing has begun, a retry continues it: by then the calendars show our own event.
 */
export function bookMeeting(ports: MeetingPorts): MeetingActivities['bookMeeting'] {
  const { calendar, reservations, store, clock } = ports;
  return async (input: BookMeeting) => {
    const { meetingId, transactionId, request, own } = input;
    const { start, end, roomId } = input.slot;
    const slot = { start, end };
    const members = requiredIds(request).filter((id) => hasCalendar(id) && !input.absent.includes(id));
    const who = roomId === undefined ? members : [...members, roomId];
    const ttlMs = Math.max(0, Date.parse(end) - Date.parse(clock.now())) + dayMs;
    const reserved = await reservations.reserve({ holder: meetingId, people: who, slot, ttlMs });
    if (!reserved.ok) return { kind: 'taken', by: [reserved.personId] };
    await withdrawUnconfirmedEvents(ports, {
      ownerId: request.organizer.id,
      lostBookings: input.lostBookings?.filter((lost) => lost.transactionId !== transactionId),
      comment: ports.calendarWriter.comment(request, { kind: 'otherTimeChosen' }),
    });
    const begunKey = `booking:${transactionId}`;
    if ((await store.get(begunKey)) === undefined) {
      const rooms = await wantedRooms(ports.directory, request);
      const people = [...everybody(request), ...rooms].filter(({ id }) => who.includes(id));
      const read = await calendar.availability({ people, window: slot });
      const by = bookingConflicts(
        input.slot,
        who,
        read.map((one) => withoutOwnEvents(one, own)),
      );
      if (by.length > 0) {
        // What is already in the calendars stays reserved.
        if (own.booking === undefined) await reservations.release(meetingId);
        else await reservations.reserve({ holder: meetingId, people: who, slot: own.booking.slot, ttlMs });
        return { kind: 'taken', by };
      }
      await store.set(begunKey, 'begun', { ttlMs: 7 * dayMs });
    }
    const event = await written(ports, input, slot);
    const booking: BookedEvent = {
      slot,
      eventId: event.eventId,
      iCalUId: event.iCalUId,
      confirmedAt: clock.now(),
      webLink: event.webLink,
      joinUrl: event.joinUrl,
      roomId,
    };
    return { kind: 'booked', booking };
  };
}
