import { setImmediate as yieldToOthers } from 'node:timers/promises';

import { z } from 'zod';

import { currentViewer } from '../../../../infra/runtime/viewer.ts';
import type {
  Availability,
  BusyInterval,
  FreeBusyStatus,
} from '../../../../workflows/domain/availability/availability.ts';
import { hasCalendar } from '../../../../workflows/domain/people/person.ts';
import type { Person } from '../../../../workflows/domain/people/person.ts';
import { instantOf } from '../../../../workflows/domain/time/instant.ts';
import type { Slot } from '../../../../workflows/domain/time/slot.ts';
import { dateTimeTimeZone, inUtc, slotOf } from '../transport/date-time.ts';
import { graphErrorOf, read } from '../transport/graph-error.ts';
import type { GraphRequest } from '../transport/graph-request.ts';
import type { Graph } from '../transport/graph.ts';
import { graphWorkingHours, workingHoursOf } from './working-hours.ts';

type Asked = Pick<Person, 'id' | 'mail'>;

/** `getSchedule` takes at most 20 people and less than 62 days (outlook-get-free-busy-schedule, and its error text). */
const peoplePerCall = 20;
const longestCallMs = 61 * 24 * 60 * 60 * 1000;
/** Keeps the JSON of one answer small enough to be parsed without holding up everybody else. */
const personDaysPerBatch = 2000;
const peoplePerTurn = 100;
const viewMinutes = 15;
const mailboxesTried = 4;

const statuses = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere'] as const;

const scheduleItem = z.object({
  status: z.string().nullish(),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
});

const schedule = z.object({
  scheduleId: z.string(),
  availabilityView: z.string().nullish(),
  scheduleItems: z.array(scheduleItem).nullish(),
  workingHours: graphWorkingHours.nullish(),
  error: z.object({ message: z.string().nullish(), responseCode: z.string().nullish() }).nullish(),
});

const answerSchema = z.object({ value: z.array(schedule) });

/** What is known of one mailbox so far. */
interface Found {
  /** By times and status: as many equal ones as the call that reported the most. */
  readonly busy: Map<string, readonly BusyInterval[]>;
  workingHours: Availability['workingHours'];
  error: string | undefined;
}

interface Part {
  readonly mails: readonly string[];
  readonly slice: Slot;
  /** Mailboxes whose `getSchedule` may be called, in the order to try them. */
  readonly hosts: readonly string[];
}

function slicesOf(window: Slot): readonly Slot[] {
  const slices: Slot[] = [];
  const endMs = Date.parse(window.end);
  for (let startMs = Date.parse(window.start); startMs < endMs; startMs += longestCallMs) {
    slices.push({ start: instantOf(startMs), end: instantOf(Math.min(startMs + longestCallMs, endMs)) });
  }
  return slices;
}

function chunksOf<Item>(items: readonly Item[], size: number): readonly Item[][] {
  const chunks: Item[][] = [];
  for (let first = 0; first < items.length; first += size) chunks.push(items.slice(first, first + size));
  return chunks;
}

/**
 * A person asks from their own calendar, which is where others share theirs with them. The application asks from those
 * who are asked for: the ids of members, then their addresses, as a room's id in the list of places is not its mailbox's.
 */
function hostsOf(people: readonly Asked[]): readonly string[] {
  const viewer = currentViewer();
  if (viewer?.kind === 'person') return [viewer.personId];
  const members = people.filter(({ id }) => hasCalendar(id)).slice(0, mailboxesTried / 2);
  return [...members.map(({ id }) => id), ...members.map(({ mail }) => mail)];
}

function statusOf(status: string | null | undefined): FreeBusyStatus {
  return statuses.find((known) => known === status) ?? 'unknown';
}

/** Runs of the merged view (one digit a `viewMinutes`), for calendars that tell no items. */
function intervalsOfView(view: string, slice: Slot): readonly BusyInterval[] {
  const startMs = Date.parse(slice.start);
  const intervals: BusyInterval[] = [];
  for (let first = 0; first < view.length;) {
    let next = first;
    while (next < view.length && view[next] === view[first]) next += 1;
    const status = statuses[Number(view[first])] ?? 'unknown';
    if (status !== 'free') {
      intervals.push({
        start: instantOf(startMs + first * viewMinutes * 60_000),
        end: instantOf(startMs + next * viewMinutes * 60_000),
        status,
      });
    }
    first = next;
  }
  return intervals;
}

function intervalsOf(told: z.output<typeof schedule>, slice: Slot): readonly BusyInterval[] | undefined {
  const { scheduleItems: items, availabilityView: view } = told;
  if (items === null || items === undefined || (items.length === 0 && view !== undefined)) {
    return view === null || view === undefined ? undefined : intervalsOfView(view, slice);
  }
  return items
    .filter(({ status }) => status !== 'free')
    .map(({ status, start, end }) => ({ ...slotOf(start, end), status: statusOf(status) }));
}

function requestOf({ mails, slice, hosts }: Part, attempt: number): GraphRequest {
  return {
    method: 'POST',
    path: `/users/${encodeURIComponent(hosts[attempt] ?? '')}/calendar/getSchedule`,
    body: {
      schedules: mails,
      startTime: inUtc(slice.start),
      endTime: inUtc(slice.end),
      availabilityViewInterval: viewMinutes,
    },
  };
}

/**
 * Free/busy of any number of people in any window, one entry for each, in order. People who are missing from
 * the answer, or in it with an error, have an `error`: unknown is never free.
 */
export async function readAvailability(
  graph: Graph,
  input: { readonly people: readonly Asked[]; readonly window: Slot },
): Promise<readonly Availability[]> {
  const found = new Map<string, Found>();
  for (const { mail } of input.people) {
    found.set(mail.toLowerCase(), { busy: new Map(), workingHours: undefined, error: undefined });
  }
  const asked = [...new Map(input.people.map((person) => [person.mail.toLowerCase(), person])).values()];
  const everybodysHosts = hostsOf(asked);
  const slices = slicesOf(input.window);
  let open: readonly Part[] = chunksOf(
    asked.filter(({ mail }) => mail !== ''),
    peoplePerCall,
  ).flatMap((people) => {
    const hosts = hostsOf(people);
    return slices.map((slice) => ({
      mails: people.map(({ mail }) => mail),
      slice,
      hosts: hosts.length > 0 ? hosts : everybodysHosts,
    }));
  });

  const failAll = ({ mails }: Part, error: string): void => {
    for (const mail of mails) {
      const entry = found.get(mail.toLowerCase());
      if (entry !== undefined) entry.error ??= error;
    }
  };
  const take = (part: Part, body: unknown): void => {
    const { value } = read(answerSchema, body);
    const byMail = new Map(value.map((told) => [told.scheduleId.toLowerCase(), told]));
    for (const mail of part.mails) {
      const entry = found.get(mail.toLowerCase());
      const told = byMail.get(mail.toLowerCase());
      if (entry !== undefined) takeOne(entry, told, part.slice);
    }
  };

  const days = Math.max(1, (Date.parse(input.window.end) - Date.parse(input.window.start)) / 86_400_000);
  const maxParts = Math.max(1, Math.floor(personDaysPerBatch / (peoplePerCall * Math.min(days, 61))));
  for (let attempt = 0; open.length > 0; attempt += 1) {
    const exhausted = open.filter(({ hosts }) => hosts[attempt] === undefined);
    for (const part of exhausted)
      failAll(part, 'No calendar of the organisation could be asked for this one.');
    const parts = open.filter((part) => !exhausted.includes(part));
    const answers = await graph.batch(
      parts.map((part) => requestOf(part, attempt)),
      { maxParts },
    );
    const refused: Part[] = [];
    for (const [index, part] of parts.entries()) {
      const answer = answers[index];
      if (answer !== undefined && answer.status < 300) take(part, answer.body);
      else if (part.hosts[attempt + 1] !== undefined) refused.push(part);
      else failAll(part, refusalOf(answer === undefined ? '' : graphErrorOf(answer).message));
      await yieldToOthers();
    }
    open = refused;
  }
  const availabilities: Availability[] = [];
  for (const [index, one] of input.people.entries()) {
    availabilities.push(availabilityOf(one, found.get(one.mail.toLowerCase())));
    if (index % peoplePerTurn === peoplePerTurn - 1) await yieldToOthers();
  }
  return availabilities;
}

function availabilityOf({ id, mail }: Asked, entry: Found | undefined): Availability {
  const error = mail === '' ? 'There is no mailbox address for this one.' : entry?.error;
  return {
    personId: id,
    busy: [...(entry?.busy.values() ?? [])].flat().sort((a, b) => (a.start < b.start ? -1 : 1)),
    ...(entry?.workingHours === undefined ? {} : { workingHours: entry.workingHours }),
    error,
  };
}

function refusalOf(message: string): string {
  return `The calendar could not be read${message === '' ? '.' : `: ${message}`}`;
}

function takeOne(entry: Found, told: z.output<typeof schedule> | undefined, slice: Slot): void {
  if (told === undefined) {
    entry.error ??= 'Microsoft 365 did not tell anything about this calendar.';
    return;
  }
  if (told.error !== undefined && told.error !== null) {
    entry.error ??= refusalOf(told.error.message ?? told.error.responseCode ?? '');
    return;
  }
  const intervals = intervalsOf(told, slice);
  if (intervals === undefined) {
    entry.error ??= 'Microsoft 365 did not tell when this calendar is busy.';
    return;
  }
  const alike = Map.groupBy(intervals, ({ start, end, status }) => `${start}/${end}/${status}`);
  for (const [key, told] of alike) {
    // What crosses the border of two calls is in both; two events at one time are two in each.
    if (told.length > (entry.busy.get(key)?.length ?? 0)) entry.busy.set(key, told);
  }
  entry.workingHours ??= workingHoursOf(told.workingHours, Date.parse(slice.start));
}
