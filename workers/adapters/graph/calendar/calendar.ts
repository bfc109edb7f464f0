import { z } from 'zod';

import type { AgendaEntry, Calendar } from '../../../../workflows/ports/calendar.ts';
import { acceptFor } from './acceptances.ts';
import { dateTimeTimeZone, slotOf } from '../transport/date-time.ts';
import { readDelegates } from './delegates.ts';
import { bookEvent, cancelEvent, editEvent, moveEvent, readEvent, withdrawEvent } from './events.ts';
import type { Graph } from '../transport/graph.ts';
import { createHolds, removeHolds } from './holds.ts';
import { readAvailability } from './schedules.ts';

const agendaEvent = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  showAs: z.string().nullish(),
  isOrganizer: z.boolean().nullish(),
});

async function readAgenda(
  graph: Graph,
  { personId, window }: Parameters<Calendar['agenda']>[0],
): Promise<readonly AgendaEntry[]> {
  const events = await graph.list(
    `/users/${encodeURIComponent(personId)}/calendarView?startDateTime=${window.start}&endDateTime=${window.end}` +
      '&$select=id,subject,start,end,showAs,isOrganizer&$orderby=start/dateTime&$top=100',
    agendaEvent,
  );
  return events.map(({ id, subject, start, end, showAs, isOrganizer }) => ({
    eventId: id,
    subject: subject ?? '',
    slot: slotOf(start, end),
    showAs: showAs ?? 'unknown',
    isOrganizer: isOrganizer ?? false,
  }));
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
