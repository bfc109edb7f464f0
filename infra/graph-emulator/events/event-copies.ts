import { randomUUID } from 'node:crypto';
import type { EventAttendee, EventDetails, EventRecord, FreeBusyStatus } from './event-record.ts';
import { neverTime, occurrenceCore } from './event-record.ts';
import { noResponse } from './event-json.ts';
import type { Mailbox } from '../directory/mailbox.ts';
import type { EmulatorState } from '../emulator-state.ts';

/** A core of 32 hexadecimal digits that begins with the time: new rows then lie together in the indexes. */
export function newCore(): string {
  return Date.now().toString(16).padStart(12, '0') + randomUUID().replaceAll('-', '').slice(12);
}

const cancelledPrefix = 'Canceled: ';

/** A room accepts an invitation when its calendar is free then, and declines otherwise. */
function roomIsFree(world: EmulatorState, room: Mailbox, meeting: EventRecord): boolean {
  const horizonMs = meeting.startMs + 180 * 86_400_000;
  const times =
    meeting.kind === 'seriesMaster'
      ? world.events.instances(meeting, meeting.startMs, horizonMs)
      : [{ startMs: meeting.startMs, endMs: meeting.endMs }];
  return times.every(({ startMs, endMs }) =>
    world.events
      .inWindow(room.id, startMs, endMs)
      .every(
        (other) =>
          other.uid === meeting.uid ||
          other.showAs === 'free' ||
          other.endMs <= startMs ||
          other.startMs >= endMs,
      ),
  );
}

function copyDetails(meeting: EventRecord, response: EventDetails['responseStatus']): EventDetails {
  return {
    ...meeting.details,
    isOrganizer: false,
    responseStatus: response,
    isReminderOn: true,
    // An attendee's copy does not tell how the others answered.
    attendees: meeting.details.attendees.map(({ type, emailAddress }) => ({
      type,
      emailAddress,
      status: noResponse,
    })),
  };
}

function shownAs(meeting: EventRecord, response: EventDetails['responseStatus']['response']): FreeBusyStatus {
  if (meeting.cancelled || response === 'declined') return 'free';
  if (response === 'accepted') return meeting.details.meetingShowAs;
  return meeting.details.meetingShowAs === 'free' ? 'free' : 'tentative';
}

export function answered(
  copy: EventRecord,
  response: EventDetails['responseStatus'],
  modified: string,
): EventRecord {
  return {
    ...copy,
    modified,
    showAs: shownAs(copy, response.response),
    details: { ...copy.details, responseStatus: response },
  };
}

function copyFor(
  owner: string,
  meeting: EventRecord,
  before: EventRecord | undefined,
  master: EventRecord | undefined,
  response: EventDetails['responseStatus'],
): Omit<EventRecord, 'version'> {
  return {
    core:
      before?.core ??
      (master === undefined || meeting.originalMs === null
        ? newCore()
        : occurrenceCore(master.core, meeting.originalMs)),
    owner,
    uid: meeting.uid,
    kind: meeting.kind,
    startMs: meeting.startMs,
    endMs: meeting.endMs,
    master: master?.core ?? null,
    originalMs: meeting.originalMs,
    showAs: shownAs(meeting, response.response),
    subject: meeting.subject,
    cancelled: meeting.cancelled,
    transactionId: null,
    created: before?.created ?? meeting.modified,
    modified: meeting.modified,
    details: copyDetails(meeting, response),
  };
}

/** The attendee's own row of this meeting (or of this exception of a series), and of its series master. */
function ownRows(
  world: EmulatorState,
  owner: string,
  meeting: EventRecord,
): { copy?: EventRecord; master?: EventRecord } {
  const rows = world.events.ofMeeting(meeting.uid, owner);
  const copy = rows.find((row) => row.originalMs === meeting.originalMs);
  const master = meeting.originalMs === null ? undefined : rows.find((row) => row.kind === 'seriesMaster');
  return { copy, master };
}

/**
 * Sends a meeting to its attendees who have a mailbox here: new copies, changed copies, cancelled ones for those
 * who left the list; where there is no `before` nobody has one yet. Rooms answer at once. The result is the meeting
 * with what the rooms said.
 */
export function distribute(
  world: EmulatorState,
  meeting: EventRecord,
  before: EventRecord | undefined,
): EventRecord {
  const timeChanged =
    before !== undefined &&
    (before.startMs !== meeting.startMs ||
      before.endMs !== meeting.endMs ||
      JSON.stringify(before.details.recurrence) !== JSON.stringify(meeting.details.recurrence));
  let attendees = meeting.details.attendees;
  for (const attendee of attendees) {
    const mailbox = world.directory.find(attendee.emailAddress.address);
    if (mailbox === undefined || mailbox.id === meeting.owner) continue;
    const { copy, master } = before === undefined ? {} : ownRows(world, mailbox.id, meeting);
    let response: EventDetails['responseStatus'] =
      copy === undefined || timeChanged
        ? { response: 'notResponded', time: neverTime }
        : copy.details.responseStatus;
    if (mailbox.kind === 'room' && (copy === undefined || timeChanged)) {
      response = {
        response: roomIsFree(world, mailbox, meeting) ? 'accepted' : 'declined',
        time: meeting.modified,
      };
      attendees = withStatus(attendees, attendee.emailAddress.address, response);
    }
    const written = copyFor(mailbox.id, meeting, copy, master, response);
    if (copy === undefined) world.events.insert(written);
    else world.events.update(copy, { ...written, version: copy.version });
  }
  for (const gone of before?.details.attendees ?? []) {
    const address = gone.emailAddress.address.toLowerCase();
    if (attendees.some((attendee) => attendee.emailAddress.address.toLowerCase() === address)) continue;
    const mailbox = world.directory.find(address);
    if (mailbox !== undefined && mailbox.id !== meeting.owner) withdraw(world, meeting, mailbox.id);
  }
  if (attendees === meeting.details.attendees) return meeting;
  return world.events.update(meeting, { ...meeting, details: { ...meeting.details, attendees } });
}

export function withStatus(
  attendees: readonly EventAttendee[],
  address: string,
  status: EventAttendee['status'],
): readonly EventAttendee[] {
  return attendees.map((attendee) =>
    attendee.emailAddress.address.toLowerCase() === address.toLowerCase()
      ? { type: attendee.type, emailAddress: attendee.emailAddress, status }
      : attendee,
  );
}

function asCancelled(copy: EventRecord, modified: string): EventRecord {
  const subject = copy.subject.startsWith(cancelledPrefix)
    ? copy.subject
    : `${cancelledPrefix}${copy.subject}`;
  return { ...copy, cancelled: true, showAs: 'free', subject, modified };
}

/** Marks one attendee's copy of a meeting, and its exceptions, as cancelled; it stays in the calendar, as in Outlook. */
export function withdraw(world: EmulatorState, meeting: EventRecord, owner: string): void {
  const modified = world.now().toISOString();
  for (const copy of world.events.ofMeeting(meeting.uid, owner)) {
    if (meeting.originalMs !== null && copy.originalMs !== meeting.originalMs) continue;
    if (!copy.cancelled) world.events.update(copy, asCancelled(copy, modified));
  }
}

/** Takes the organizer's event away and marks every copy as cancelled. */
export function withdrawEverywhere(world: EmulatorState, meeting: EventRecord): void {
  for (const attendee of meeting.details.attendees) {
    const mailbox = world.directory.find(attendee.emailAddress.address);
    if (mailbox !== undefined && mailbox.id !== meeting.owner) withdraw(world, meeting, mailbox.id);
  }
}
