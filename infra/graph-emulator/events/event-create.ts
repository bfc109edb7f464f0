import { distribute, newCore } from './event-copies.ts';
import {
  checkTimes,
  readAttendees,
  readLocations,
  readRecurrence,
  readTimes,
  locationJson,
  type EventBody,
  type EventTimes,
} from './event-input.ts';
import { neverTime, seriesOf, type EventDetails, type EventRecord } from './event-record.ts';
import { badRequest } from '../graph-error.ts';
import type { Mailbox } from '../directory/mailbox.ts';
import { newJoinLink } from '../online-meetings/online-meeting-link.ts';
import { firstOccurrence } from '../time/recurrence.ts';
import type { EmulatorState } from '../emulator-state.ts';

function detailsOf(body: EventBody, owner: Mailbox, times: EventTimes): EventDetails {
  const isAllDay = body.isAllDay ?? false;
  return {
    body: { contentType: body.body?.contentType ?? 'html', content: body.body?.content ?? '' },
    ...(readLocations(body) ?? { location: locationJson({}), locations: [] }),
    attendees: readAttendees(body),
    organizer: { name: owner.displayName, address: owner.mail },
    isOrganizer: true,
    responseStatus: { response: 'organizer', time: neverTime },
    importance: body.importance ?? 'normal',
    sensitivity: body.sensitivity ?? 'normal',
    isAllDay,
    isReminderOn: body.isReminderOn ?? true,
    reminderMinutesBeforeStart: body.reminderMinutesBeforeStart ?? 15,
    categories: body.categories ?? [],
    allowNewTimeProposals: body.allowNewTimeProposals ?? true,
    responseRequested: body.responseRequested ?? true,
    hideAttendees: body.hideAttendees ?? false,
    onlineMeeting: body.isOnlineMeeting === true ? newJoinLink(owner.id) : null,
    startZoneName: times.start.zoneName,
    endZoneName: times.end.zoneName,
    meetingShowAs: body.showAs ?? (isAllDay ? 'free' : 'busy'),
    recurrence:
      body.recurrence === undefined || body.recurrence === null
        ? null
        : readRecurrence(body.recurrence, times.start),
    cancelledStarts: [],
  };
}

/** A series begins with the first day that its pattern meets, whatever `start` said. */
export function onFirstOccurrence(record: EventRecord): EventRecord {
  const series = seriesOf(record);
  if (series === undefined) return record;
  const startMs = firstOccurrence(series);
  if (startMs === undefined) {
    throw badRequest(
      'The recurrence pattern has no occurrence in its range.',
      'ErrorInvalidRecurrencePattern',
    );
  }
  return { ...record, startMs, endMs: startMs + series.durationMs };
}

/**
 * Creates an event and its attendees' copies in one transaction.
 *
 * `transactionId`: what a repeat gets is not documented by Microsoft. Declared choice of this emulator: a POST with
 * a `transactionId` that this mailbox has used creates nothing and answers the first event, as it is now, with 201.
 */
export function createEvent(world: EmulatorState, owner: Mailbox, body: EventBody): EventRecord {
  const times = readTimes(body);
  checkTimes(times, body.isAllDay ?? false);
  const transactionId = body.transactionId ?? null;
  const modified = world.now().toISOString();
  const details = detailsOf(body, owner, times);
  const core = newCore();
  const draft = onFirstOccurrence({
    core,
    owner: owner.id,
    uid: `040000008200E00074C5B7101A82E008${core.toUpperCase()}`,
    kind: details.recurrence === null ? 'singleInstance' : 'seriesMaster',
    startMs: times.start.instantMs,
    endMs: times.end.instantMs,
    master: null,
    originalMs: null,
    showAs: details.meetingShowAs,
    subject: body.subject ?? '',
    cancelled: false,
    transactionId,
    version: 0,
    created: modified,
    modified,
    details,
  });
  return world.database.transaction(() => {
    const first = transactionId === null ? undefined : world.events.byTransaction(owner.id, transactionId);
    if (first !== undefined) return first;
    const record = world.events.insert(draft);
    return distribute(world, record, undefined);
  });
}
