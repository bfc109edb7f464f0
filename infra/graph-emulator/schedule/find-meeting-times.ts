import { z } from 'zod';
import type { BusyTime } from '../events/event-rows.ts';
import { readZoned, zoned } from '../time/date-time.ts';
import type { FreeBusyStatus } from '../events/event-record.ts';
import { ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest } from '../graph-error.ts';
import { mailboxOf } from '../directory/mailbox-lookup.ts';
import type { Mailbox } from '../directory/mailbox.ts';
import type { Json } from '../protocol/json.ts';
import { meetingTimesRead } from '../access/permission-names.ts';
import { appliedPreferences, wantedZone } from '../protocol/preferences.ts';
import { weekDays } from '../time/recurrence.ts';
import {
  actionParameters,
  emailAddress,
  graphBoolean,
  graphEnum,
  graphInteger,
  graphNumber,
  readBody,
  timeSlot,
} from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { ianaZone, offsetMs } from '../time/zones.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const stepMs = 30 * minuteMs;
const defaultCandidates = 20;
const longestWindowMs = 62 * dayMs;

const meetingBody = z.object({
  attendees: z
    .array(z.object({ emailAddress, type: graphEnum(['required', 'optional', 'resource']).nullish() }))
    .max(100)
    .nullish(),
  locationConstraint: z.looseObject({}).nullish(),
  timeConstraint: z
    .object({
      activityDomain: graphEnum(['unknown', 'work', 'personal', 'unrestricted']).nullish(),
      timeSlots: z.array(timeSlot).nullish(),
      timeslots: z.array(timeSlot).nullish(),
    })
    .nullish(),
  meetingDuration: z.string().nullish(),
  maxCandidates: graphInteger.nullish(),
  isOrganizerOptional: graphBoolean.nullish(),
  returnSuggestionReasons: graphBoolean.nullish(),
  minimumAttendeePercentage: graphNumber.nullish(),
});

type MeetingBody = z.output<typeof meetingBody>;
type Domain = 'work' | 'personal' | 'unrestricted';

/** `PT1H30M` in ms. @throws GraphError 400 for anything that is no such duration. */
function readDuration(text: string | null | undefined): number {
  if (text === undefined || text === null) return 30 * minuteMs;
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match ?? [];
  const durationMs =
    Number(days) * dayMs + (Number(hours) * 60 + Number(minutes)) * minuteMs + Number(seconds) * 1000;
  if (match === null || durationMs < minuteMs || durationMs > dayMs) {
    throw badRequest(
      `'${text.slice(0, 60)}' is not a meetingDuration of up to a day, such as PT1H.`,
      'ErrorInvalidParameter',
    );
  }
  return durationMs;
}

interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

function readWindows(world: EmulatorState, body: MeetingBody): Window[] {
  const slots = body.timeConstraint?.timeSlots ?? body.timeConstraint?.timeslots ?? [];
  if (slots.length === 0) {
    const fromMs = Math.ceil(world.now().getTime() / stepMs) * stepMs;
    return [{ fromMs, toMs: fromMs + 14 * dayMs }];
  }
  return slots.map(({ start, end }) => {
    const window = { fromMs: readZoned(start, 'Start').instantMs, toMs: readZoned(end, 'End').instantMs };
    if (window.toMs <= window.fromMs || window.toMs - window.fromMs > longestWindowMs) {
      throw badRequest(
        'A time slot must end after its start and span 62 days at most.',
        'ErrorInvalidParameter',
      );
    }
    return window;
  });
}

/** Whether a slot is within the organizer's hours: work is the working week, personal adds weekends. */
function suitsDomain(organizer: Mailbox, domain: Domain, slot: Window): boolean {
  if (domain === 'unrestricted') return true;
  const { workingHours } = organizer.settings;
  const zone = ianaZone(workingHours.timeZone.name);
  const localMs = slot.fromMs + offsetMs(zone, slot.fromMs);
  const day = Math.floor(localMs / dayMs);
  const opens = Date.parse(`1970-01-01T${workingHours.startTime.slice(0, 8)}Z`);
  const closes = Date.parse(`1970-01-01T${workingHours.endTime.slice(0, 8)}Z`);
  const weekDay = weekDays[(((day + 4) % 7) + 7) % 7] ?? 'sunday';
  const works = workingHours.daysOfWeek.includes(weekDay);
  const inside =
    localMs - day * dayMs >= opens && localMs + (slot.toMs - slot.fromMs) - day * dayMs <= closes;
  return inside && (works || domain === 'personal');
}

const confidenceOf: Readonly<Record<FreeBusyStatus, number>> = {
  free: 100,
  unknown: 49,
  tentative: 0,
  busy: 0,
  oof: 0,
  workingElsewhere: 0,
};

interface Participant {
  readonly address: string;
  readonly name: string;
  readonly type: 'required' | 'optional' | 'resource';
  readonly busy: readonly BusyTime[] | undefined;
}

function availability(busy: readonly BusyTime[] | undefined, slot: Window): FreeBusyStatus {
  if (busy === undefined) return 'unknown';
  return busy.find(({ startMs, endMs }) => startMs < slot.toMs && endMs > slot.fromMs)?.status ?? 'free';
}

function suggestion(
  slot: Window,
  people: readonly Participant[],
  own: FreeBusyStatus,
  zoneName: string,
  reasons: boolean,
): Json {
  const availabilities = people.map(({ address, name, type, busy }) => ({
    availability: availability(busy, slot),
    attendee: { type, emailAddress: { name, address } },
  }));
  const all = [own, ...availabilities.map((entry) => entry.availability)];
  const confidence = all.reduce((sum, status) => sum + confidenceOf[status], 0) / all.length;
  return {
    confidence,
    organizerAvailability: own,
    suggestionReason: reasons
      ? 'Suggested because it is one of the nearest times when all attendees are available.'
      : '',
    meetingTimeSlot: { start: zoned(slot.fromMs, zoneName), end: zoned(slot.toMs, zoneName) },
    attendeeAvailability: availabilities,
    locations: [],
  };
}

function slotsOf(windows: readonly Window[], durationMs: number): Window[] {
  return windows.flatMap(({ fromMs, toMs }) => {
    const slots: Window[] = [];
    for (let startMs = fromMs; startMs + durationMs <= toMs; startMs += stepMs) {
      slots.push({ fromMs: startMs, toMs: startMs + durationMs });
    }
    return slots;
  });
}

function emptyReason(people: readonly Participant[], organizerBlocks: boolean): string {
  if (organizerBlocks) return 'OrganizerUnavailable';
  return people.some(({ busy }) => busy === undefined)
    ? 'AttendeesUnavailableOrUnknown'
    : 'AttendeesUnavailable';
}

/**
 * Suggests times: delegated only. Confidence is the mean of free 100, unknown 49 and busy 0; sorted by confidence,
 * then time. Starts are tried every half hour. Source: api/user-findmeetingtimes.
 */
function findMeetingTimes(world: EmulatorState, call: GraphCall): GraphAnswer {
  const organizer = mailboxOf(world, call);
  const body = readBody(
    meetingBody,
    actionParameters(call.body, Object.keys(meetingBody.shape)),
    'microsoft.graph.findMeetingTimesRequest',
  );
  const durationMs = readDuration(body.meetingDuration);
  const windows = readWindows(world, body);
  const fromMs = Math.min(...windows.map((window) => window.fromMs));
  const toMs = Math.max(...windows.map((window) => window.toMs));
  const domain = body.timeConstraint?.activityDomain ?? 'work';
  const people = (body.attendees ?? []).map((attendee): Participant => {
    const address = attendee.emailAddress.address ?? '';
    const mailbox = world.directory.find(address);
    return {
      address,
      name: attendee.emailAddress.name ?? mailbox?.displayName ?? address,
      type: attendee.type ?? 'required',
      busy: mailbox === undefined ? undefined : world.events.busyTimes(mailbox.id, fromMs, toMs),
    };
  });
  const own = world.events.busyTimes(organizer.id, fromMs, toMs);
  const zoneName = wantedZone(call);
  const wantedDomain = domain === 'unknown' ? 'work' : domain;
  const inHours = slotsOf(windows, durationMs).filter((slot) => suitsDomain(organizer, wantedDomain, slot));
  const open = inHours.filter(
    (slot) => body.isOrganizerOptional === true || availability(own, slot) === 'free',
  );
  const suggestions = open
    .map((slot) =>
      suggestion(slot, people, availability(own, slot), zoneName, body.returnSuggestionReasons ?? false),
    )
    .filter((entry) => Number(entry['confidence']) >= (body.minimumAttendeePercentage ?? 50))
    .sort((one, other) => Number(other['confidence']) - Number(one['confidence']))
    .slice(0, Math.max(1, body.maxCandidates ?? defaultCandidates));
  return ok(
    {
      '@odata.context': `${call.base}/$metadata#microsoft.graph.meetingTimeSuggestionsResult`,
      emptySuggestionsReason:
        suggestions.length > 0 ? '' : emptyReason(people, inHours.length > 0 && open.length === 0),
      meetingTimeSuggestions: suggestions.map((entry, position) => ({ ...entry, order: position + 1 })),
    },
    appliedPreferences(call),
  );
}

export const meetingTimeRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/users/{user}/findMeetingTimes',
    needs: meetingTimesRead,
    handle: findMeetingTimes,
  },
];
