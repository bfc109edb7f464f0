import { Buffer } from 'node:buffer';
import { zoned } from '../time/date-time.ts';
import { neverTime, occurrenceCore, type EventAttendee, type EventRecord } from './event-record.ts';
import type { GraphCall } from '../protocol/graph-call.ts';
import { htmlOf, textOf } from './html-text.ts';
import type { Json } from '../protocol/json.ts';
import { preference, wantedZone, wantsImmutableIds } from '../protocol/preferences.ts';

const ordinaryPrefix = 'AAMkAGAs';
const immutablePrefix = 'AAkALgAs';

/**
 * An event's id. `Prefer: IdType="ImmutableId"` gives the immutable form; both find the event, and letter case
 * counts. Source: concepts/outlook-immutable-id.
 */
export function eventId(core: string, immutable: boolean): string {
  return `${immutable ? immutablePrefix : ordinaryPrefix}${core}=`;
}

/** The core of an id in either form, or undefined for anything else. */
export function coreOfId(id: string): string | undefined {
  const match = /^(?:AAMkAGAs|AAkALgAs)([A-Za-z0-9_.-]{1,80})=$/.exec(id);
  return match?.[1];
}

function changeKeyOf(version: number): string {
  const bytes = Buffer.alloc(16, 0x5a);
  bytes.writeBigUInt64BE(BigInt(version), 8);
  return bytes.toString('base64');
}

export function etagOf(version: number): string {
  return `W/"${changeKeyOf(version)}"`;
}

/** How one response is written. */
export interface EventStyle {
  readonly zoneName: string;
  readonly immutable: boolean;
  readonly textBody: boolean;
}

export function eventStyle(call: Pick<GraphCall, 'headers'>): EventStyle {
  return {
    zoneName: wantedZone(call),
    immutable: wantsImmutableIds(call),
    textBody: preference(call, 'outlook.body-content-type')?.toLowerCase() === 'text',
  };
}

function attendeeJson(attendee: EventAttendee, zoneName: string): Json {
  const { type, status, emailAddress, proposed } = attendee;
  if (proposed === undefined) return { type, status, emailAddress };
  const proposedNewTime = { start: zoned(proposed.startMs, zoneName), end: zoned(proposed.endMs, zoneName) };
  return { type, status, proposedNewTime, emailAddress };
}

/** Graph's `event` of a stored event or a made-up occurrence. */
export function eventJson(record: EventRecord, style: EventStyle): Json {
  const { details } = record;
  const id = eventId(record.core, style.immutable);
  const text = textOf(details.body);
  return {
    '@odata.etag': etagOf(record.version),
    id,
    createdDateTime: record.created,
    lastModifiedDateTime: record.modified,
    changeKey: changeKeyOf(record.version),
    categories: details.categories,
    ...(record.transactionId === null ? {} : { transactionId: record.transactionId }),
    originalStartTimeZone: details.startZoneName,
    originalEndTimeZone: details.endZoneName,
    iCalUId: record.uid,
    reminderMinutesBeforeStart: details.reminderMinutesBeforeStart,
    isReminderOn: details.isReminderOn,
    hasAttachments: false,
    hideAttendees: details.hideAttendees,
    subject: record.subject,
    bodyPreview: text.slice(0, 255),
    importance: details.importance,
    sensitivity: details.sensitivity,
    isAllDay: details.isAllDay,
    isCancelled: record.cancelled,
    isDraft: false,
    isOrganizer: details.isOrganizer,
    responseRequested: details.responseRequested,
    seriesMasterId: record.master === null ? null : eventId(record.master, style.immutable),
    ...(record.originalMs === null ? {} : { originalStart: new Date(record.originalMs).toISOString() }),
    showAs: record.showAs,
    type: record.kind,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: details.onlineMeeting !== null,
    onlineMeetingProvider: details.onlineMeeting === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: details.allowNewTimeProposals,
    recurrence: record.kind === 'seriesMaster' ? details.recurrence : null,
    ...(record.kind === 'seriesMaster'
      ? {
          cancelledOccurrences: details.cancelledStarts.map((startMs) =>
            eventId(occurrenceCore(record.core, startMs), style.immutable),
          ),
        }
      : {}),
    responseStatus: details.responseStatus,
    body: style.textBody
      ? { contentType: 'text', content: text }
      : { contentType: 'html', content: htmlOf(details.body) },
    start: zoned(record.startMs, style.zoneName),
    end: zoned(record.endMs, style.zoneName),
    location: details.location,
    locations: details.locations,
    attendees:
      details.hideAttendees && !details.isOrganizer
        ? []
        : details.attendees.map((attendee) => attendeeJson(attendee, style.zoneName)),
    organizer: { emailAddress: details.organizer },
    onlineMeeting: details.onlineMeeting,
  };
}

export const noResponse = { response: 'none', time: neverTime } as const;
