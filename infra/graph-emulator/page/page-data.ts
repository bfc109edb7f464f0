import type { EventRecord } from '../events/event-record.ts';
import type { Mailbox } from '../directory/mailbox.ts';
import type { Json } from '../protocol/json.ts';
import type { RequestLog } from './request-log.ts';
import { textOf } from '../events/html-text.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { ianaZone, localDateTime } from '../time/zones.ts';

const dayMs = 86_400_000;

function isWeekend(now: Date): boolean {
  return now.getUTCDay() === 6 || now.getUTCDay() === 0;
}

/** Without a date, the week of now; on Saturday and Sunday the coming one, as the other is over. */
function mondayOf(text: string | undefined, now: Date): number {
  const given = text === undefined ? Number.NaN : Date.parse(`${text}T00:00:00Z`);
  const opensMs = now.getTime() + (isWeekend(now) ? 2 * dayMs : 0);
  const day = Math.floor((Number.isNaN(given) ? opensMs : given) / dayMs);
  return (day - ((day + 3) % 7)) * dayMs;
}

function shownEvent(record: EventRecord, zone: string): Json {
  return {
    subject: record.subject,
    start: localDateTime(zone, record.startMs).slice(0, 16),
    end: localDateTime(zone, record.endMs).slice(0, 16),
    showAs: record.showAs,
    cancelled: record.cancelled,
    response: record.details.responseStatus.response,
    isAllDay: record.details.isAllDay,
    organizer: record.details.organizer.name,
    attendees: record.details.attendees.map(
      ({ emailAddress, status }) => `${emailAddress.name}: ${status.response}`,
    ),
    series: record.master !== null,
  };
}

function calendar(world: EmulatorState, mailbox: Mailbox, mondayMs: number): Json {
  const zone = ianaZone(mailbox.settings.timeZone);
  return {
    name: mailbox.displayName,
    kind: mailbox.kind,
    zone,
    title: mailbox.profile['jobTitle'] ?? `${String(mailbox.profile['capacity'])} seats`,
    // A day more on both sides: the page sorts by each person's own days.
    events: world.events
      .inWindow(mailbox.id, mondayMs - dayMs, mondayMs + 8 * dayMs)
      .map((record) => shownEvent(record, zone)),
  };
}

function board(world: EmulatorState): Json[] {
  return world.planner.all('plan').map((plan) => ({
    title: plan.body['title'],
    buckets: world.planner.of('bucket', plan.id).map((bucket) => ({
      name: bucket.body['name'],
      tasks: world.planner
        .of('task', plan.id)
        .filter((task) => task.body['bucketId'] === bucket.id)
        .map((task) => shownTask(world, task.body)),
    })),
    loose: world.planner
      .of('task', plan.id)
      .filter((task) => task.body['bucketId'] === null)
      .map((task) => shownTask(world, task.body)),
  }));
}

function shownTask(world: EmulatorState, body: Json): Json {
  const assignees = Object.keys(body['assignments'] ?? {}).map(
    (id) => world.directory.find(id)?.displayName ?? id,
  );
  return { title: body['title'], percent: body['percentComplete'], due: body['dueDateTime'], assignees };
}

interface Recipients {
  readonly emailAddress: { readonly address: string };
}

function mails(world: EmulatorState): Json[] {
  return world.mails.list(30).map(({ sender, sent, message }) => {
    const body = message['body'] as { contentType?: 'text' | 'html'; content?: string } | undefined;
    const to = (message['toRecipients'] ?? []) as Recipients[];
    return {
      from: world.directory.find(sender)?.displayName ?? sender,
      to: to.map(({ emailAddress }) => emailAddress.address),
      subject: message['subject'] ?? '',
      sent,
      text: textOf({ contentType: body?.contentType ?? 'text', content: body?.content ?? '' }).slice(0, 600),
    };
  });
}

/** Everything that the page shows of the week that holds `week` (a date), or of the week that it opens on. */
export function busyWeek(world: EmulatorState, log: RequestLog, week: string | undefined): Json {
  const now = world.now();
  const mondayMs = mondayOf(week, now);
  const people = [...world.directory.users(), ...world.directory.rooms()].slice(0, 40);
  const summary = log.summary();
  return {
    monday: new Date(mondayMs).toISOString().slice(0, 10),
    today: now.toISOString().slice(0, 10),
    opensOn: isWeekend(now) ? 'coming' : 'this',
    calendars: people.map((mailbox) => calendar(world, mailbox, mondayMs)),
    mails: mails(world),
    plans: board(world),
    requests: {
      total: summary.total,
      byStatus: summary.byStatus,
      latest: summary.latest.slice(-15).reverse(),
    },
  };
}
