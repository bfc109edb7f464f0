import { z } from 'zod';
import type { BusyTime } from '../events/event-rows.ts';
import { readZoned, zoned } from '../time/date-time.ts';
import type { FreeBusyStatus } from '../events/event-record.ts';
import type { GraphAnswer, GraphCall } from '../http/exchange.ts';
import { badRequest, GraphError } from '../http/graph-error.ts';
import { mailboxOf } from '../directory/mailbox-lookup.ts';
import type { Mailbox } from '../directory/mailbox.ts';
import { scheduleRead } from '../access/permission-names.ts';
import { appliedPreferences, wantedZone } from '../http/preferences.ts';
import { actionParameters, dateTimeTimeZone, graphInteger, readBody } from '../http/request-body.ts';
import type { GraphRoute } from '../http/route.ts';
import type { World } from '../storage/world.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const maximumSchedules = 20;
const maximumDays = 62;
const maximumRemembered = 4_000;

const scheduleBody = z.object({
  schedules: z.array(z.string().max(500)).min(1),
  startTime: dateTimeTimeZone,
  endTime: dateTimeTimeZone,
  availabilityViewInterval: graphInteger.nullish(),
});

/** Digits of `availabilityView`; where several things overlap, the highest of busyness wins. */
const digits: Readonly<Record<FreeBusyStatus, string>> = {
  free: '0',
  tentative: '1',
  busy: '2',
  oof: '3',
  workingElsewhere: '4',
  unknown: '0',
};
const rank = '04123';

interface Wanted {
  readonly fromMs: number;
  readonly toMs: number;
  readonly intervalMinutes: number;
  readonly zoneName: string;
}

function availabilityView(busy: readonly BusyTime[], wanted: Wanted): string {
  const stepMs = wanted.intervalMinutes * minuteMs;
  const slots = new Array<string>(Math.ceil((wanted.toMs - wanted.fromMs) / stepMs)).fill('0');
  for (const { startMs, endMs, status } of busy) {
    const digit = digits[status];
    const last = Math.min(slots.length, Math.ceil((endMs - wanted.fromMs) / stepMs));
    for (let slot = Math.max(0, Math.floor((startMs - wanted.fromMs) / stepMs)); slot < last; slot += 1) {
      if (rank.indexOf(digit) > rank.indexOf(slots[slot] ?? '0')) slots[slot] = digit;
    }
  }
  return slots.join('');
}

/** Written schedules, remembered until something changes in that mailbox: the same people are asked for again and again. */
class RememberedSchedules {
  readonly #texts = new Map<
    string,
    { readonly version: number; readonly settings: unknown; readonly text: string }
  >();

  of(world: World, scheduleId: string, mailbox: Mailbox, wanted: Wanted): string {
    const key = `${scheduleId}|${wanted.fromMs}|${wanted.toMs}|${wanted.intervalMinutes}|${wanted.zoneName}`;
    const version = world.events.mailboxVersion(mailbox.id);
    const known = this.#texts.get(key);
    if (known !== undefined && known.version === version && known.settings === mailbox.settings)
      return known.text;
    const text = this.#write(world, scheduleId, mailbox, wanted);
    if (this.#texts.size >= maximumRemembered) this.#texts.clear();
    this.#texts.set(key, { version, settings: mailbox.settings, text });
    return text;
  }

  #write(world: World, scheduleId: string, mailbox: Mailbox, wanted: Wanted): string {
    const busy = world.events.busyTimes(mailbox.id, wanted.fromMs, wanted.toMs);
    return JSON.stringify({
      scheduleId,
      availabilityView: availabilityView(busy, wanted),
      scheduleItems: busy.map(({ startMs, endMs, ...item }) => ({
        ...item,
        start: zoned(startMs, wanted.zoneName),
        end: zoned(endMs, wanted.zoneName),
      })),
      workingHours: mailbox.settings.workingHours,
    });
  }
}

const remembered = new WeakMap<World, RememberedSchedules>();

function schedulesOf(world: World): RememberedSchedules {
  let schedules = remembered.get(world);
  if (schedules === undefined) {
    schedules = new RememberedSchedules();
    remembered.set(world, schedules);
  }
  return schedules;
}

/** Somebody who cannot be looked up: an item with `error`, while the whole answer stays 200. */
function unknownSchedule(scheduleId: string): string {
  return JSON.stringify({
    scheduleId,
    availabilityView: '',
    scheduleItems: [],
    error: {
      message: `Microsoft.Exchange.InfoWorker.Common.Availability.MailRecipientNotFoundException: Unable to resolve e-mail address ${scheduleId} to an Active Directory object.`,
      responseCode: 'ErrorMailRecipientNotFound',
    },
  });
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
function getSchedule(world: World, call: GraphCall): GraphAnswer {
  mailboxOf(world, call);
  const { wanted, schedules } = readWanted(call);
  const remembering = schedulesOf(world);
  const written = schedules.map((scheduleId) => {
    const mailbox = world.directory.find(scheduleId.trim());
    return mailbox === undefined
      ? unknownSchedule(scheduleId)
      : remembering.of(world, scheduleId, mailbox, wanted);
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
