import { z } from 'zod';
import { readZoned, type ZonedInstant } from '../time/date-time.ts';
import { freeBusyStatuses, type EventAttendee, type EventDetails } from './event-record.ts';
import { noResponse } from './event-json.ts';
import { badRequest, invalidRequest } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { patternTypes, weekDays, weekIndexes, type Recurrence } from '../time/recurrence.ts';
import {
  dateTimeTimeZone,
  emailAddress,
  graphBoolean,
  graphEnum,
  graphInteger,
  itemBody,
  objectBody,
  readBody,
} from '../protocol/request-body.ts';

const dayMs = 86_400_000;

const address = z
  .object({
    street: z.string().nullish(),
    city: z.string().nullish(),
    state: z.string().nullish(),
    countryOrRegion: z.string().nullish(),
    postalCode: z.string().nullish(),
  })
  .nullish();

const number = z.number().nullish();

const locationTypes = [
  'default',
  'conferenceRoom',
  'homeAddress',
  'businessAddress',
  'geoCoordinates',
  'streetAddress',
  'hotel',
  'restaurant',
  'localBusiness',
  'postalAddress',
] as const;

const location = z.object({
  displayName: z.string().max(1_000).nullish(),
  locationEmailAddress: z.string().nullish(),
  locationUri: z.string().nullish(),
  locationType: graphEnum(locationTypes).nullish(),
  address,
  coordinates: z
    .object({
      accuracy: number,
      altitude: number,
      altitudeAccuracy: number,
      latitude: number,
      longitude: number,
    })
    .nullish(),
});

const attendee = z.object({
  emailAddress,
  type: graphEnum(['required', 'optional', 'resource']).nullish(),
});

const weekDay = graphEnum(weekDays);
const calendarDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

const recurrence = z.object({
  pattern: z.object({
    type: graphEnum(patternTypes),
    interval: graphInteger.nullish(),
    month: graphInteger.nullish(),
    dayOfMonth: graphInteger.nullish(),
    daysOfWeek: z.array(weekDay).nullish(),
    firstDayOfWeek: weekDay.nullish(),
    index: graphEnum(weekIndexes).nullish(),
  }),
  range: z.object({
    type: graphEnum(['endDate', 'noEnd', 'numbered']),
    startDate: calendarDate.nullish(),
    endDate: calendarDate.nullish(),
    recurrenceTimeZone: z.string().nullish(),
    numberOfOccurrences: graphInteger.nullish(),
  }),
});

const ignored = z.unknown().optional();

const eventBody = z.object({
  subject: z.string().max(1_000).nullish(),
  body: itemBody.nullish(),
  start: dateTimeTimeZone.nullish(),
  end: dateTimeTimeZone.nullish(),
  location: location.nullish(),
  locations: z.array(location).max(50).nullish(),
  attendees: z.array(attendee).max(500).nullish(),
  recurrence: recurrence.nullish(),
  showAs: graphEnum(freeBusyStatuses).nullish(),
  importance: graphEnum(['low', 'normal', 'high']).nullish(),
  sensitivity: graphEnum(['normal', 'personal', 'private', 'confidential']).nullish(),
  isAllDay: graphBoolean.nullish(),
  isReminderOn: graphBoolean.nullish(),
  reminderMinutesBeforeStart: graphInteger.nullish(),
  categories: z.array(z.string().max(255)).max(50).nullish(),
  allowNewTimeProposals: graphBoolean.nullish(),
  responseRequested: graphBoolean.nullish(),
  hideAttendees: graphBoolean.nullish(),
  isOnlineMeeting: graphBoolean.nullish(),
  onlineMeetingProvider: graphEnum([
    'unknown',
    'skypeForBusiness',
    'skypeForConsumer',
    'teamsForBusiness',
  ]).nullish(),
  transactionId: z.string().min(1).max(500).nullish(),
  // Read-only in Graph: taken and left aside, as the service does.
  id: ignored,
  iCalUId: ignored,
  changeKey: ignored,
  bodyPreview: ignored,
  createdDateTime: ignored,
  lastModifiedDateTime: ignored,
  hasAttachments: ignored,
  isCancelled: ignored,
  isDraft: ignored,
  isOrganizer: ignored,
  onlineMeeting: ignored,
  onlineMeetingUrl: ignored,
  organizer: ignored,
  originalStart: ignored,
  originalStartTimeZone: ignored,
  originalEndTimeZone: ignored,
  responseStatus: ignored,
  seriesMasterId: ignored,
  type: ignored,
  webLink: ignored,
  cancelledOccurrences: ignored,
});

export type EventBody = z.output<typeof eventBody>;

/** @throws GraphError 400 RequestBodyRead for unknown properties and bad values. */
export function readEventBody(body: unknown): EventBody {
  return readBody(eventBody, objectBody(body), 'Microsoft.OutlookServices.Event');
}

/** Drops members that nobody gave: Graph's answers leave them out. */
function given(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined && member !== null),
  );
}

type LocationBody = NonNullable<EventBody['location']>;

export function locationJson(value: LocationBody): Json {
  const displayName = value.displayName ?? '';
  return {
    ...given(value),
    displayName,
    locationType: value.locationType ?? 'default',
    ...(displayName === ''
      ? { uniqueIdType: 'unknown' }
      : { uniqueId: displayName, uniqueIdType: 'private' }),
  };
}

/** Location and locations together: each fills in for the other. */
export function readLocations(body: EventBody): Pick<EventDetails, 'location' | 'locations'> | undefined {
  const several = body.locations ?? undefined;
  const single = body.location ?? undefined;
  if (several === undefined && single === undefined) {
    if (body.location === null) return { location: locationJson({}), locations: [] };
    return undefined;
  }
  const locations = (several ?? (single === undefined ? [] : [single])).map(locationJson);
  const joined = { displayName: locations.map((entry) => String(entry['displayName'])).join('; ') };
  return { location: locationJson(single ?? several?.[0] ?? joined), locations };
}

/** @throws GraphError 400 for an attendee without a usable address. */
export function readAttendees(body: EventBody): readonly EventAttendee[] {
  const seen = new Set<string>();
  return (body.attendees ?? []).flatMap((entry): EventAttendee[] => {
    const mail = entry.emailAddress.address?.trim() ?? '';
    if (!/^[^\s@]+@[^\s@]+$/.test(mail)) {
      throw badRequest(
        `At least one recipient isn't valid: '${mail.slice(0, 100)}' is not an address.`,
        'ErrorInvalidRecipients',
      );
    }
    if (seen.has(mail.toLowerCase())) return [];
    seen.add(mail.toLowerCase());
    const name = entry.emailAddress.name ?? mail;
    return [{ type: entry.type ?? 'required', status: noResponse, emailAddress: { name, address: mail } }];
  });
}

/** Start and end of an event. */
export interface EventTimes {
  readonly start: ZonedInstant;
  readonly end: ZonedInstant;
}

/** @throws GraphError 400 where a time is missing or wrong, the end is before the start, or an all-day event is not on midnights. */
export function checkTimes(times: EventTimes, isAllDay: boolean): void {
  if (times.end.instantMs < times.start.instantMs) {
    throw badRequest('The start time must be before the end time.', 'ErrorPropertyValidationFailure');
  }
  if (!isAllDay) return;
  if (times.start.localMs % dayMs !== 0 || times.end.localMs % dayMs !== 0) {
    throw invalidRequest(
      'The Event.Start and Event.End properties for an all-day event need to be set to midnight.',
    );
  }
  if (times.end.localMs - times.start.localMs < dayMs) {
    throw invalidRequest('The duration of an all-day event should be at least 24 hours.');
  }
}

export function readTimes(body: EventBody): EventTimes {
  if (body.start === undefined || body.start === null || body.end === undefined || body.end === null) {
    throw badRequest('Required property is missing: an event needs start and end.', 'ErrorInvalidRequest');
  }
  return { start: readZoned(body.start, 'Start'), end: readZoned(body.end, 'End') };
}

function need(condition: boolean, message: string): void {
  if (!condition) throw badRequest(message, 'ErrorInvalidRecurrencePattern');
}

function validDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  need(!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text, `'${text}' is not a date.`);
  return text;
}

/** Fills in and checks a recurrence. @throws GraphError 400 for a pattern that says too little or nonsense. */
export function readRecurrence(value: NonNullable<EventBody['recurrence']>, start: ZonedInstant): Recurrence {
  const { pattern, range } = value;
  const interval = pattern.interval ?? 1;
  const daysOfWeek = pattern.daysOfWeek ?? [];
  const dayOfMonth = pattern.dayOfMonth ?? 0;
  const month = pattern.month ?? 0;
  need(interval >= 1 && interval <= 99, 'The recurrence interval must be from 1 to 99.');
  if (pattern.type === 'weekly' || pattern.type === 'relativeMonthly' || pattern.type === 'relativeYearly') {
    need(daysOfWeek.length > 0, `A ${pattern.type} pattern needs daysOfWeek.`);
  }
  if (pattern.type === 'absoluteMonthly' || pattern.type === 'absoluteYearly') {
    need(dayOfMonth >= 1 && dayOfMonth <= 31, `A ${pattern.type} pattern needs dayOfMonth from 1 to 31.`);
  }
  if (pattern.type === 'absoluteYearly' || pattern.type === 'relativeYearly') {
    need(month >= 1 && month <= 12, `A ${pattern.type} pattern needs month from 1 to 12.`);
  }
  const startDate = validDate(range.startDate ?? new Date(start.localMs).toISOString().slice(0, 10));
  const count = range.numberOfOccurrences ?? 0;
  if (range.type === 'numbered')
    need(count >= 1 && count <= 999, 'numberOfOccurrences must be from 1 to 999.');
  const endDate = range.type === 'endDate' ? validDate(range.endDate ?? '') : '0001-01-01';
  if (range.type === 'endDate') need(endDate >= startDate, 'The recurrence ends before it starts.');
  return {
    pattern: {
      type: pattern.type,
      interval,
      month,
      dayOfMonth,
      daysOfWeek: [...new Set(daysOfWeek)],
      firstDayOfWeek: pattern.firstDayOfWeek ?? 'sunday',
      index: pattern.index ?? 'first',
    },
    range: {
      type: range.type,
      startDate,
      endDate,
      recurrenceTimeZone: range.recurrenceTimeZone ?? start.zoneName,
      numberOfOccurrences: range.type === 'numbered' ? count : 0,
    },
  };
}
