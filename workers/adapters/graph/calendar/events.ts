import type { Event, Location, Recipient } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';

import type {
  Calendar,
  EventIds,
  EventLocation,
  EventState,
  NewEvent,
} from '../../../../workflows/ports/calendar.ts';
import { ServiceError } from '../../../../workflows/ports/service-error.ts';
import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import type { Slot, TimeZone } from '../../../../workflows/domain/time/slot.ts';
import { createEvents, findEvents } from './event-creation.ts';
import { dateTimeTimeZone, inZone, slotOf } from '../transport/date-time.ts';
import { graphErrorOf, read, serviceErrorOf } from '../transport/graph-error.ts';
import type { GraphAnswer } from '../transport/graph-request.ts';
import type { Graph } from '../transport/graph.ts';

const bookedEvent = z.object({
  id: z.string(),
  iCalUId: z.string(),
  webLink: z.string().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
});

const eventState = bookedEvent.extend({
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  isCancelled: z.boolean().nullish(),
  attendees: z
    .array(
      z.object({
        emailAddress: z.object({ address: z.string().nullish() }).nullish(),
        status: z.object({ response: z.string().nullish() }).nullish(),
        proposedNewTime: z
          .object({ start: dateTimeTimeZone.nullish(), end: dateTimeTimeZone.nullish() })
          .nullish(),
      }),
    )
    .nullish(),
});

const stateFields = 'id,iCalUId,webLink,onlineMeeting,start,end,isCancelled,attendees';

/** Whether the answer says that the entry itself is gone, and not that its mailbox is unknown. */
export function isGone(answer: GraphAnswer): boolean {
  return answer.status === 404 && graphErrorOf(answer).code === 'ErrorItemNotFound';
}

export function eventPath(ownerId: PersonId, eventId: string): string {
  return `/users/${encodeURIComponent(ownerId)}/events/${encodeURIComponent(eventId)}`;
}

function booked(event: z.output<typeof bookedEvent>): EventIds {
  const { id, iCalUId, webLink, onlineMeeting } = event;
  const joinUrl = onlineMeeting?.joinUrl;
  return {
    eventId: id,
    iCalUId,
    ...(typeof webLink === 'string' ? { webLink } : {}),
    ...(typeof joinUrl === 'string' ? { joinUrl } : {}),
  };
}

function responseOf(text: string | null | undefined): EventState['responses'][number]['response'] {
  if (text === 'accepted' || text === 'declined' || text === 'tentativelyAccepted') return text;
  return text === 'organizer' ? 'accepted' : 'none';
}

function addressed(entry: { readonly mail: string; readonly displayName: string }): Recipient {
  return { emailAddress: { address: entry.mail, name: entry.displayName } };
}

const online = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } as const;

/** The room first: clients show the first one. Without either, none. */
function locationOf({ room, place = '' }: EventLocation): Pick<Event, 'location' | 'locations'> {
  const ofRoom: Location[] =
    room === undefined
      ? []
      : [
          {
            displayName: room.displayName,
            locationEmailAddress: room.mail,
            locationType: 'conferenceRoom',
          },
        ];
  const locations: readonly Location[] = place === '' ? ofRoom : [...ofRoom, { displayName: place }];
  const [only] = locations;
  return locations.length > 1 ? { locations: [...locations] } : { location: only ?? { displayName: '' } };
}

/** Creates the event in the organizer's calendar, which invites the attendees; once, by its `transactionId`. */
export async function bookEvent(graph: Graph, draft: NewEvent): Promise<EventIds> {
  const { organizer, slot, timeZone, room } = draft;
  const [answer] = await createEvents(graph, [
    {
      ownerId: organizer.id,
      slot,
      event: {
        transactionId: draft.transactionId,
        subject: draft.subject,
        body: { contentType: 'text', content: draft.body },
        start: inZone(slot.start, timeZone),
        end: inZone(slot.end, timeZone),
        attendees: [
          ...draft.attendees
            .filter(({ person }) => person.id !== organizer.id)
            .map(({ person, type }) => ({ ...addressed(person), type })),
          ...(room === undefined ? [] : [{ ...addressed(room), type: 'resource' as const }]),
        ],
        ...(room === undefined && (draft.place ?? '') === '' ? {} : locationOf(draft)),
        ...(draft.isOnlineMeeting ? online : {}),
        allowNewTimeProposals: true,
      },
    },
  ]);
  if (answer instanceof ServiceError) throw answer;
  return booked(read(bookedEvent, answer));
}

/** Undefined when the event is gone. */
export async function readEvent(
  graph: Graph,
  input: { readonly ownerId: PersonId; readonly eventId: string },
): Promise<EventState | undefined> {
  const answer = await graph.answer({
    method: 'GET',
    path: `${eventPath(input.ownerId, input.eventId)}?$select=${stateFields}`,
  });
  if (isGone(answer)) return undefined;
  if (answer.status >= 300) throw serviceErrorOf(answer);
  const event = read(eventState, answer.body);
  return {
    ...booked(event),
    slot: slotOf(event.start, event.end),
    isCancelled: event.isCancelled ?? false,
    responses: (event.attendees ?? []).map(({ emailAddress, status, proposedNewTime }) => {
      const { start, end } = proposedNewTime ?? {};
      return {
        mail: emailAddress?.address ?? '',
        response: responseOf(status?.response),
        ...(start && end ? { proposedNewTime: slotOf(start, end) } : {}),
      };
    }),
  };
}

export async function moveEvent(
  graph: Graph,
  input: {
    readonly ownerId: PersonId;
    readonly eventId: string;
    readonly slot: Slot;
    readonly timeZone: TimeZone;
  },
): Promise<void> {
  await graph.send(
    {
      method: 'PATCH',
      path: eventPath(input.ownerId, input.eventId),
      body: {
        start: inZone(input.slot.start, input.timeZone),
        end: inZone(input.slot.end, input.timeZone),
      } satisfies Event,
    },
    z.unknown(),
  );
}

/** A field that is not given stays as whoever changed it last left it. */
export async function editEvent(
  graph: Graph,
  input: Parameters<Calendar['editEvent']>[0],
): Promise<Pick<EventIds, 'joinUrl'>> {
  const { ownerId, eventId, timeZone, subject, location, isOnlineMeeting, end } = input;
  const body: Event = {
    ...(subject === undefined ? {} : { subject }),
    ...(location === undefined ? {} : locationOf(location)),
    ...(isOnlineMeeting === true ? online : {}),
    ...(end === undefined ? {} : { end: inZone(end, timeZone) }),
  };
  if (Object.keys(body).length === 0) return {};
  return booked(await graph.send({ method: 'PATCH', path: eventPath(ownerId, eventId), body }, bookedEvent));
}

/** Notifies the attendees and removes the event; one without attendees cannot be cancelled, only deleted. */
export async function cancelEvent(
  graph: Graph,
  input: { readonly ownerId: PersonId; readonly eventId: string; readonly comment: string },
): Promise<void> {
  const path = eventPath(input.ownerId, input.eventId);
  const cancelled = await graph.answer({
    method: 'POST',
    path: `${path}/cancel`,
    body: { comment: input.comment },
  });
  if (cancelled.status < 300 || isGone(cancelled)) return;
  if (cancelled.status !== 400) throw serviceErrorOf(cancelled);
  const deleted = await graph.answer({ method: 'DELETE', path });
  if (deleted.status >= 300 && !isGone(deleted)) throw serviceErrorOf(deleted);
}

/** Cancels the event that was created at this time with this `transactionId`, if there is one. */
export async function withdrawEvent(
  graph: Graph,
  input: {
    readonly ownerId: PersonId;
    readonly transactionId: string;
    readonly slot: Slot;
    readonly comment: string;
  },
): Promise<void> {
  const { ownerId, comment } = input;
  const [written] = await findEvents(graph, [input]);
  if (written instanceof ServiceError) throw written;
  if (written !== undefined) await cancelEvent(graph, { ownerId, eventId: written.id, comment });
}
