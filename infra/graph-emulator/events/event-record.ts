import type { Recurrence, Series } from '../time/recurrence.ts';
import type { Json } from '../protocol/json.ts';
import { ianaZone, offsetMs } from '../time/zones.ts';

export const freeBusyStatuses = ['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere'] as const;
export type FreeBusyStatus = (typeof freeBusyStatuses)[number];

type ResponseType = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

export interface ResponseStatus {
  readonly response: ResponseType;
  readonly time: string;
}

/** As Graph writes it where nobody has answered yet. */
export const neverTime = '0001-01-01T00:00:00Z';

interface EmailAddress {
  readonly name: string;
  readonly address: string;
}

export interface EventAttendee {
  readonly type: 'required' | 'optional' | 'resource';
  readonly status: ResponseStatus;
  readonly emailAddress: EmailAddress;
  readonly proposed?: { readonly startMs: number; readonly endMs: number; readonly zoneName: string };
}

/** Everything of an event that is kept as one JSON text. */
export interface EventDetails {
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string };
  readonly location: Json;
  readonly locations: readonly Json[];
  readonly attendees: readonly EventAttendee[];
  readonly organizer: EmailAddress;
  readonly isOrganizer: boolean;
  readonly responseStatus: ResponseStatus;
  readonly importance: 'low' | 'normal' | 'high';
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly isAllDay: boolean;
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly categories: readonly string[];
  readonly allowNewTimeProposals: boolean;
  readonly responseRequested: boolean;
  readonly hideAttendees: boolean;
  readonly onlineMeeting: {
    readonly joinUrl: string;
    readonly conferenceId: string;
    readonly tollNumber: string;
  } | null;
  /** As the caller wrote them, Windows or IANA. */
  readonly startZoneName: string;
  readonly endZoneName: string;
  /** What the organizer shows; a copy shows it once its owner accepts. */
  readonly meetingShowAs: FreeBusyStatus;
  readonly recurrence: Recurrence | null;
  /** Original starts (UTC ms) of the occurrences taken out of a series. */
  readonly cancelledStarts: readonly number[];
}

/** One event in one mailbox: the organizer's own, or an attendee's copy (same `uid`). */
export interface EventRecord {
  /** The stable part of its id; `Prefer: IdType` decides which id is written around it. */
  readonly core: string;
  readonly owner: string;
  readonly uid: string;
  readonly kind: 'singleInstance' | 'seriesMaster' | 'exception' | 'occurrence';
  readonly startMs: number;
  readonly endMs: number;
  /** Core of the series, and the start that the occurrence has there. */
  readonly master: string | null;
  readonly originalMs: number | null;
  readonly showAs: FreeBusyStatus;
  readonly subject: string;
  readonly cancelled: boolean;
  readonly transactionId: string | null;
  readonly version: number;
  readonly created: string;
  readonly modified: string;
  readonly details: EventDetails;
}

/** The series that a master represents, or undefined for any other event. */
export function seriesOf(record: EventRecord): Series | undefined {
  const { recurrence, startZoneName } = record.details;
  if (record.kind !== 'seriesMaster' || recurrence === null) return undefined;
  const zone = ianaZone(startZoneName);
  const localMs = record.startMs + offsetMs(zone, record.startMs);
  return {
    recurrence,
    zone,
    startOfDayMs: ((localMs % 86_400_000) + 86_400_000) % 86_400_000,
    durationMs: record.endMs - record.startMs,
  };
}

export function occurrenceCore(masterCore: string, originalMs: number): string {
  return `${masterCore}.${Math.round(originalMs / 60_000).toString(36)}`;
}

/** Takes an occurrence's core apart; undefined for a core of another kind. */
export function readOccurrenceCore(core: string): { master: string; originalMs: number } | undefined {
  const match = /^([A-Za-z0-9_-]+)\.(-?[a-z0-9]{1,9})$/.exec(core);
  if (match === null) return undefined;
  return { master: match[1] ?? '', originalMs: Number.parseInt(match[2] ?? '', 36) * 60_000 };
}

/** One occurrence of a series as an event of its own; it is not stored. */
export function occurrenceAt(master: EventRecord, startMs: number): EventRecord {
  return {
    ...master,
    core: occurrenceCore(master.core, startMs),
    kind: 'occurrence',
    master: master.core,
    originalMs: startMs,
    startMs,
    endMs: startMs + (master.endMs - master.startMs),
    transactionId: null,
  };
}
