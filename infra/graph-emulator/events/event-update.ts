import { distribute, withdraw, withdrawEverywhere } from './event-copies.ts';
import { onFirstOccurrence } from './event-create.ts';
import { checkTimes, readAttendees, readLocations, readRecurrence, type EventBody } from './event-input.ts';
import { type EventAttendee, type EventDetails, type EventRecord } from './event-record.ts';
import { readZoned, type ZonedInstant } from '../time/date-time.ts';
import { badRequest, invalidRequest } from '../graph-error.ts';
import { newJoinLink } from '../online-meetings/online-meeting-link.ts';
import { ianaZone, offsetMs } from '../time/zones.ts';
import type { EmulatorState } from '../emulator-state.ts';

function currentTime(instantMs: number, zoneName: string): ZonedInstant {
  const zone = ianaZone(zoneName);
  return { instantMs, localMs: instantMs + offsetMs(zone, instantMs), zoneName, zone };
}

/** The new list, with the answers of those who stay. */
function mergedAttendees(body: EventBody, details: EventDetails): readonly EventAttendee[] {
  if (body.attendees === undefined) return details.attendees;
  return readAttendees(body).map((attendee) => {
    const before = details.attendees.find(
      (other) => other.emailAddress.address.toLowerCase() === attendee.emailAddress.address.toLowerCase(),
    );
    return before === undefined ? attendee : { ...before, type: attendee.type };
  });
}

function changedOnlineMeeting(body: EventBody, record: EventRecord): EventDetails['onlineMeeting'] {
  const { onlineMeeting } = record.details;
  if (body.isOnlineMeeting === false && onlineMeeting !== null) {
    throw invalidRequest('An online meeting cannot be changed back: isOnlineMeeting cannot become false.');
  }
  return body.isOnlineMeeting === true && onlineMeeting === null ? newJoinLink(record.owner) : onlineMeeting;
}

function forgetAnswers(attendees: readonly EventAttendee[], timeChanged: boolean): readonly EventAttendee[] {
  if (!timeChanged) return attendees;
  return attendees.map(({ type, emailAddress }) => ({
    type,
    emailAddress,
    status: { response: 'none', time: '0001-01-01T00:00:00Z' },
  }));
}

/** The record with a PATCH body laid over it. @throws GraphError 400 where the result would not be an event. */
function patched(record: EventRecord, body: EventBody, modified: string): EventRecord {
  const { details } = record;
  if (body.transactionId !== undefined && body.transactionId !== record.transactionId) {
    throw invalidRequest('The transactionId of an event cannot be changed after it was created.');
  }
  const start = body.start
    ? readZoned(body.start, 'Start')
    : currentTime(record.startMs, details.startZoneName);
  const end = body.end ? readZoned(body.end, 'End') : currentTime(record.endMs, details.endZoneName);
  const isAllDay = body.isAllDay ?? details.isAllDay;
  if (body.start ?? body.end ?? body.isAllDay ?? undefined) checkTimes({ start, end }, isAllDay);
  const meetingShowAs = body.showAs ?? details.meetingShowAs;
  const asOccurrence = record.kind === 'occurrence' || record.kind === 'exception';
  if (asOccurrence && body.recurrence)
    throw badRequest('An occurrence of a series has no recurrence of its own.', 'ErrorInvalidRequest');
  const recurrence =
    body.recurrence === undefined || asOccurrence
      ? details.recurrence
      : body.recurrence === null
        ? null
        : readRecurrence(body.recurrence, start);
  const timeChanged = start.instantMs !== record.startMs || end.instantMs !== record.endMs;
  return onFirstOccurrence({
    ...record,
    kind: asOccurrence ? 'exception' : recurrence === null ? 'singleInstance' : 'seriesMaster',
    startMs: start.instantMs,
    endMs: end.instantMs,
    subject: body.subject ?? record.subject,
    showAs: details.isOrganizer ? meetingShowAs : (body.showAs ?? record.showAs),
    modified,
    details: {
      ...details,
      ...readLocations(body),
      body: body.body
        ? { contentType: body.body.contentType ?? 'html', content: body.body.content ?? '' }
        : details.body,
      attendees: forgetAnswers(mergedAttendees(body, details), timeChanged && details.isOrganizer),
      importance: body.importance ?? details.importance,
      sensitivity: body.sensitivity ?? details.sensitivity,
      isAllDay,
      isReminderOn: body.isReminderOn ?? details.isReminderOn,
      reminderMinutesBeforeStart: body.reminderMinutesBeforeStart ?? details.reminderMinutesBeforeStart,
      categories: body.categories ?? details.categories,
      allowNewTimeProposals: body.allowNewTimeProposals ?? details.allowNewTimeProposals,
      responseRequested: body.responseRequested ?? details.responseRequested,
      hideAttendees: body.hideAttendees ?? details.hideAttendees,
      onlineMeeting: changedOnlineMeeting(body, record),
      startZoneName: start.zoneName,
      endZoneName: end.zoneName,
      meetingShowAs,
      recurrence,
      cancelledStarts: timeChanged ? [] : details.cancelledStarts,
    },
  });
}

/** Writes an exception of a series: updates the stored one or makes the occurrence a row of its own. */
function writeRecord(world: EmulatorState, before: EventRecord, after: EventRecord): EventRecord {
  return before.kind === 'occurrence' ? world.events.insert(after) : world.events.update(before, after);
}

/** Changes an event; the organizer's change goes to all copies, an attendee's stays in the own copy. */
export function updateEvent(world: EmulatorState, record: EventRecord, body: EventBody): EventRecord {
  const after = patched(record, body, world.now().toISOString());
  return world.database.transaction(() => {
    const written = writeRecord(world, record, after);
    return record.details.isOrganizer ? distribute(world, written, record) : written;
  });
}

/** Takes one occurrence out of its series. */
function removeOccurrence(world: EmulatorState, record: EventRecord): void {
  const master = record.master === null ? undefined : world.events.find(record.owner, record.master);
  if (master === undefined || record.originalMs === null) return;
  if (record.kind === 'exception') world.events.remove(record);
  else world.events.buryOccurrences(master, record.originalMs, record.originalMs + 1);
  const cancelledStarts = [...new Set([...master.details.cancelledStarts, record.originalMs])];
  world.events.update(master, {
    ...master,
    modified: world.now().toISOString(),
    details: { ...master.details, cancelledStarts },
  });
}

/** Tells the attendees' calendars that one occurrence is off: their copies of it become cancelled exceptions. */
function cancelOccurrenceCopies(world: EmulatorState, record: EventRecord): void {
  const exception: EventRecord = { ...record, kind: 'exception' };
  distribute(world, exception, exception);
  for (const attendee of record.details.attendees) {
    const mailbox = world.directory.find(attendee.emailAddress.address);
    if (mailbox !== undefined && mailbox.id !== record.owner) withdraw(world, exception, mailbox.id);
  }
}

/**
 * Removes an event. The organizer's own: every attendee's copy becomes cancelled. A copy: only the copy goes.
 */
export function removeEvent(world: EmulatorState, record: EventRecord): void {
  world.database.transaction(() => {
    const inSeries = record.master !== null;
    if (record.details.isOrganizer && record.details.attendees.length > 0) {
      if (inSeries) cancelOccurrenceCopies(world, record);
      else withdrawEverywhere(world, record);
    }
    if (inSeries) {
      removeOccurrence(world, record);
      return;
    }
    world.events.remove(record);
  });
}
