import { z } from 'zod';

import type { AgendaEntry, Calendar } from '../../../../workflows/ports/calendar.ts';
import { acceptFor } from './acceptances.ts';
import { dateTimeTimeZone, slotOf } from '../transport/date-time.ts';
import { readDelegates } from './delegates.ts';
import { bookEvent, cancelEvent, editEvent, moveEvent, readEvent, withdrawEvent } from './events.ts';
import type { Graph } from '../transport/graph.ts';
import { createHolds, removeHolds } from './holds.ts';
import { readAvailability } from './schedules.ts';

const emailAddress = z.object({ name: z.string().nullish(), address: z.string().nullish() });

const agendaEvent = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  showAs: z.string().nullish(),
  isOrganizer: z.boolean().nullish(),
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  organizer: z.object({ emailAddress }).nullish(),
  attendees: z.array(z.object({ emailAddress })).nullish(),
});

async function readAgenda(
  graph: Graph,
  { personId, window }: Parameters<Calendar['agenda']>[0],
): Promise<readonly AgendaEntry[]> {
  const events = await graph.list(
    `/users/${encodeURIComponent(personId)}/calendarView?startDateTime=${window.start}&endDateTime=${window.end}` +
      '&$select=id,subject,start,end,showAs,isOrganizer,isAllDay,isCancelled,location,organizer,attendees' +
      '&$orderby=start/dateTime&$top=100',
    agendaEvent,
  );
  return events
    .filter(({ isCancelled }) => isCancelled !== true)
    .map(({ id, subject, start, end, showAs, isOrganizer, isAllDay, location, organizer, attendees }) => {
      const addresses = [organizer, ...(attendees ?? [])].flatMap((one) => one?.emailAddress ?? []);
      const place = location?.displayName ?? '';
      return {
        eventId: id,
        subject: subject ?? '',
        slot: slotOf(start, end),
        showAs: showAs ?? 'unknown',
        isOrganizer: isOrganizer ?? false,
        isAllDay: isAllDay ?? false,
        place: place === '' ? undefined : place,
        people: addresses.map(({ name, address }) => ({
          name: name ?? '',
          mail: (address ?? '').toLowerCase(),
        })),
      };
    });
}

/** The calendars of an organisation in Exchange, through Microsoft Graph. */
export function createGraphCalendar(
  graph: Graph,
  /** How long invitations may be on their way before they are accepted for somebody. */
  { deliveryWaitsMs = [1000, 3000] }: { readonly deliveryWaitsMs?: readonly number[] } = {},
): Calendar {
  return {
    availability: (input) => readAvailability(graph, input),
    createHolds: (input) => createHolds(graph, input),
    removeHolds: (input) => removeHolds(graph, input),
    book: (draft) => bookEvent(graph, draft),
    event: (input) => readEvent(graph, input),
    moveEvent: (input) => moveEvent(graph, input),
    editEvent: (input) => editEvent(graph, input),
    cancelEvent: (input) => cancelEvent(graph, input),
    withdraw: (input) => withdrawEvent(graph, input),
    acceptFor: (input) => acceptFor(graph, input, deliveryWaitsMs),
    delegates: (input) => readDelegates(graph, input),
    agenda: (input) => readAgenda(graph, input),
  };
}
