import { z } from 'zod';
import { readZoned } from '../time/date-time.ts';
import type { GraphAnswer, GraphCall } from '../protocol/graph-call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import { mailboxOf } from '../directory/mailbox-lookup.ts';
import type { Mailbox, MailboxSettings } from '../directory/mailbox.ts';
import { scheduleRead } from '../access/permission-names.ts';
import { appliedPreferences, wantedZone } from '../protocol/preferences.ts';
import { actionParameters, dateTimeTimeZone, graphInteger, readBody } from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import { CachedCalendars } from './cached-calendars.ts';
import type { EmulatorState } from '../emulator-state.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const maximumSchedules = 20;
const maximumDays = 62;

const scheduleBody = z.object({
  schedules: z.array(z.string().max(500)).min(1),
  startTime: dateTimeTimeZone,
  endTime: dateTimeTimeZone,
  availabilityViewInterval: graphInteger.nullish(),
});

interface Wanted {
  readonly fromMs: number;
  readonly toMs: number;
  readonly intervalMinutes: number;
  readonly zoneName: string;
}

const remembered = new WeakMap<EmulatorState, CachedCalendars>();

function calendarsOf(world: EmulatorState): CachedCalendars {
  let calendars = remembered.get(world);
  if (calendars === undefined) {
    calendars = new CachedCalendars(world);
    remembered.set(world, calendars);
  }
  return calendars;
}

const hoursTexts = new WeakMap<MailboxSettings, string>();

function workingHoursText({ settings }: Mailbox): string {
  let text = hoursTexts.get(settings);
  if (text === undefined) {
    text = JSON.stringify(settings.workingHours);
    hoursTexts.set(settings, text);
  }
  return text;
}

function knownSchedule(
  scheduleId: string,
  mailbox: Mailbox,
  calendars: CachedCalendars,
  { fromMs, toMs, intervalMinutes, zoneName }: Wanted,
): string {
  const stretch = calendars.of(mailbox, zoneName, fromMs, toMs);
  const members = stretch.members(fromMs, toMs, intervalMinutes * minuteMs);
  return `{"scheduleId":${JSON.stringify(scheduleId)},${members},"workingHours":${workingHoursText(mailbox)}}`;
}

/** A person whose calendar is unavailable: an item with `error`, while the whole answer stays 200. */
function unavailableSchedule(scheduleId: string, responseCode: string, exception: string): string {
  const message = `Microsoft.Exchange.InfoWorker.Common.Availability.${exception}`;
  return JSON.stringify({
    scheduleId,
    availabilityView: '',
    scheduleItems: [],
    error: { message, responseCode },
  });
}

function unknownSchedule(scheduleId: string): string {
  return unavailableSchedule(
    scheduleId,
    'ErrorMailRecipientNotFound',
    `MailRecipientNotFoundException: Unable to resolve e-mail address ${scheduleId} to an Active Directory object.`,
  );
}

function privateSchedule(scheduleId: string): string {
  return unavailableSchedule(
    scheduleId,
    'ErrorNoFreeBusyAccess',
    'NoFreeBusyAccessException: The caller does not have access to free/busy data.',
  );
}

/** An application sees every calendar; a person the own one, and those that share when they are busy. */
function maySee({ caller }: GraphCall, { id, settings }: Mailbox): boolean {
  return caller.kind === 'application' || caller.userId === id || settings.sharesFreeBusy !== false;
}

function readWanted(call: GraphCall): { wanted: Wanted; schedules: readonly string[] } {
  const parameters = actionParameters(call.body, Object.keys(scheduleBody.shape));
  const body = readBody(scheduleBody, parameters, 'microsoft.graph.getScheduleRequest');
  if (body.schedules.length > maximumSchedules) {
    throw badRequest(
      `The number of schedules requested is too large. The allowed limit = ${maximumSchedules}; the actual number = ${body.schedules.length}.`,
      'ErrorInvalidParameter',
    );
  }
  const from = readZoned(body.startTime, 'StartTime');
  const to = readZoned(body.endTime, 'EndTime');
  const days = (to.instantMs - from.instantMs) / dayMs;
  if (days <= 0) throw badRequest('The start time must be before the end time.', 'ErrorInvalidParameter');
  if (days > maximumDays) {
    throw new GraphError(
      400,
      'ErrorTimeIntervalTooBig',
      `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit = ${maximumDays} days; the actual limit = ${Math.ceil(days)} days.`,
    );
  }
  const intervalMinutes = body.availabilityViewInterval ?? 30;
  if (intervalMinutes < 5 || intervalMinutes > 1_440) {
    throw badRequest(
      'availabilityViewInterval takes 5 to 1440 minutes.',
      'ErrorInvalidMergedFreeBusyInterval',
    );
  }
  const wanted = { fromMs: from.instantMs, toMs: to.instantMs, intervalMinutes, zoneName: wantedZone(call) };
  return { wanted, schedules: body.schedules };
}

/** Free/busy of up to 20 people or rooms over up to 62 days. Limits: SEMANTICS.md of the contract. */
function getSchedule(world: EmulatorState, call: GraphCall): GraphAnswer {
  mailboxOf(world, call);
  const { wanted, schedules } = readWanted(call);
  const calendars = calendarsOf(world);
  const written = schedules.map((scheduleId) => {
    const mailbox = world.directory.find(scheduleId.trim());
    if (mailbox === undefined) return unknownSchedule(scheduleId);
    return maySee(call, mailbox)
      ? knownSchedule(scheduleId, mailbox, calendars, wanted)
      : privateSchedule(scheduleId);
  });
  const context = JSON.stringify(`${call.base}/$metadata#Collection(microsoft.graph.scheduleInformation)`);
  return {
    status: 200,
    headers: appliedPreferences(call),
    json: `{"@odata.context":${context},"value":[${written.join(',')}]}`,
  };
}

export const scheduleRoutes: readonly GraphRoute[] = [
  { method: 'POST', path: '/users/{user}/calendar/getSchedule', needs: scheduleRead, handle: getSchedule },
];
