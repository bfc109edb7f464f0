import { z } from 'zod';
import { ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest } from '../graph-error.ts';
import type { MailboxSettings } from './mailbox.ts';
import type { Json } from '../protocol/json.ts';
import { mailboxOf } from './mailbox-lookup.ts';
import { settingsRead, settingsWrite } from '../access/permission-names.ts';
import { pick, readQueryOptions } from '../protocol/query-options.ts';
import { weekDays } from '../time/recurrence.ts';
import { dateTimeTimeZone, graphEnum, objectBody, readBody } from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import { ianaZone } from '../time/zones.ts';
import type { EmulatorState } from '../emulator-state.ts';

export function settingsJson(settings: MailboxSettings): Json {
  return { ...settings.others, timeZone: settings.timeZone, workingHours: settings.workingHours };
}

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,7})?)?$/);

const settingsBody = z.object({
  timeZone: z.string().optional(),
  workingHours: z
    .object({
      daysOfWeek: z.array(graphEnum(weekDays)).optional(),
      startTime: timeOfDay.optional(),
      endTime: timeOfDay.optional(),
      timeZone: z.object({ name: z.string() }).optional(),
    })
    .optional(),
  language: z.object({ locale: z.string().max(20), displayName: z.string().max(200).optional() }).optional(),
  dateFormat: z.string().max(50).optional(),
  timeFormat: z.string().max(50).optional(),
  delegateMeetingMessageDeliveryOptions: graphEnum([
    'sendToDelegateAndInformationToPrincipal',
    'sendToDelegateAndPrincipal',
    'sendToDelegateOnly',
  ]).optional(),
  automaticRepliesSetting: z
    .object({
      status: graphEnum(['disabled', 'alwaysEnabled', 'scheduled']).optional(),
      externalAudience: graphEnum(['none', 'contactsOnly', 'all']).optional(),
      internalReplyMessage: z.string().optional(),
      externalReplyMessage: z.string().optional(),
      scheduledStartDateTime: dateTimeTimeZone.optional(),
      scheduledEndDateTime: dateTimeTimeZone.optional(),
    })
    .optional(),
});

/** `08:00` and `08:00:00` as Graph writes them: `08:00:00.0000000`. */
function fullTime(text: string): string {
  const [clock = '', fraction = ''] = text.split('.');
  return `${clock.length === 5 ? `${clock}:00` : clock}.${fraction.padEnd(7, '0')}`;
}

function merged(before: MailboxSettings, body: z.output<typeof settingsBody>): MailboxSettings {
  const { timeZone, workingHours: hours, ...others } = body;
  const zoneName = hours?.timeZone?.name ?? before.workingHours.timeZone.name;
  ianaZone(zoneName);
  if (timeZone !== undefined) ianaZone(timeZone);
  const startTime =
    hours?.startTime === undefined ? before.workingHours.startTime : fullTime(hours.startTime);
  const endTime = hours?.endTime === undefined ? before.workingHours.endTime : fullTime(hours.endTime);
  if (endTime <= startTime)
    throw badRequest('The end of the working hours must be after their start.', 'ErrorInvalidTimeRange');
  return {
    ...before,
    timeZone: timeZone ?? before.timeZone,
    workingHours: {
      daysOfWeek: hours?.daysOfWeek ?? before.workingHours.daysOfWeek,
      startTime,
      endTime,
      timeZone: { name: zoneName },
    },
    others: { ...before.others, ...others },
  };
}

function context(call: GraphCall, owner: string): string {
  return `${call.base}/$metadata#users('${owner}')/mailboxSettings`;
}

function getSettings(world: EmulatorState, call: GraphCall): GraphAnswer {
  const { select } = readQueryOptions(call.query, ['$select']);
  const owner = mailboxOf(world, call);
  return ok({ '@odata.context': context(call, owner.id), ...pick(settingsJson(owner.settings), select) });
}

function patchSettings(world: EmulatorState, call: GraphCall): GraphAnswer {
  const owner = mailboxOf(world, call);
  const body = readBody(settingsBody, objectBody(call.body), 'microsoft.graph.mailboxSettings');
  const settings = merged(owner.settings, body);
  world.directory.changeSettings(owner.id, settings);
  return ok({ '@odata.context': context(call, owner.id), ...settingsJson(settings) });
}

export const settingsRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/users/{user}/mailboxSettings', needs: settingsRead, handle: getSettings },
  { method: 'PATCH', path: '/users/{user}/mailboxSettings', needs: settingsWrite, handle: patchSettings },
];
