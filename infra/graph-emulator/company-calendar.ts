import { createHash } from 'node:crypto';
import { companyPeople, companyRooms, type CompanyPerson } from './company.ts';
import { createEvent } from './events/event-create.ts';
import { readEventBody } from './events/event-input.ts';
import type { EventRecord } from './events/event-record.ts';
import { respond } from './events/event-responses.ts';
import { mailboxOfPerson } from './company.ts';
import { offsetMs } from './time/zones.ts';
import type { EmulatorState } from './emulator-state.ts';

const dayMs = 86_400_000;

/** A number in [0, 1) that depends on its name alone: the same company every time. */
function chance(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32;
}

function pickOne<T>(list: readonly T[], name: string): T {
  const item = list[Math.floor(chance(name) * list.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

function date(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function person(name: string): CompanyPerson {
  const found = companyPeople.find(({ displayName }) => displayName === name);
  if (found === undefined) throw new Error(`There is no ${name} in the company.`);
  return found;
}

interface Planned {
  readonly subject: string;
  readonly organizer: CompanyPerson;
  readonly attendees?: readonly CompanyPerson[];
  readonly room?: string;
  readonly day: number;
  /** Clock time in the organizer's zone. */
  readonly at: string;
  readonly minutes: number;
  readonly extra?: Readonly<Record<string, unknown>>;
}

function endClock(day: number, at: string, minutes: number): string {
  return new Date(Date.parse(`${date(day)}T${at}:00Z`) + minutes * 60_000).toISOString().slice(0, 19);
}

/** Most say yes; some only maybe, some not at all. */
function answerFor(name: string): 'accepted' | 'tentativelyAccepted' | undefined {
  const roll = chance(name);
  if (roll < 0.78) return 'accepted';
  return roll < 0.88 ? 'tentativelyAccepted' : undefined;
}

function book(world: EmulatorState, planned: Planned): EventRecord {
  const { subject, organizer, attendees = [], room, day, at, minutes, extra } = planned;
  const place = companyRooms.find(({ displayName }) => displayName === room);
  const timeZone = organizer.mailboxZone;
  const body = readEventBody({
    subject,
    start: { dateTime: `${date(day)}T${at}:00`, timeZone },
    end: { dateTime: endClock(day, at, minutes), timeZone },
    ...(place === undefined
      ? {}
      : { location: { displayName: place.displayName, locationEmailAddress: place.mail } }),
    attendees: [
      ...attendees
        .filter(({ id }) => id !== organizer.id)
        .map(({ mail, displayName }) => ({
          type: 'required',
          emailAddress: { address: mail, name: displayName },
        })),
      ...(place === undefined
        ? []
        : [{ type: 'resource', emailAddress: { address: place.mail, name: place.displayName } }]),
    ],
    ...extra,
  });
  const event = createEvent(world, mailboxOfPerson(organizer), body);
  for (const attendee of attendees) {
    const response = answerFor(`${subject}/${attendee.mail}`);
    const copy = world.events.ofMeeting(event.uid, attendee.id)[0];
    if (attendee.id === organizer.id || response === undefined || copy === undefined) continue;
    respond(world, copy, mailboxOfPerson(attendee), { response, sendResponse: true });
  }
  return event;
}

function weekly(day: number, days: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: days, firstDayOfWeek: 'monday' },
      range: { type: 'noEnd', startDate: date(day) },
    },
  };
}

/** What repeats every week. */
function bookSeries(world: EmulatorState, monday: number): void {
  const engineers = companyPeople.filter(({ department }) => department === 'Engineering');
  const carol = person('Carol Osei');
  const alice = person('Alice Martin');
  const bob = person('Bob Keller');
  const ana = person('Ana Souza');
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  const standup = weekly(monday, weekdays);
  book(world, {
    subject: 'Engineering stand-up',
    organizer: carol,
    attendees: engineers,
    day: monday,
    at: '16:00',
    minutes: 15,
    extra: { ...standup, isOnlineMeeting: true },
  });
  book(world, {
    subject: 'Finance weekly',
    organizer: alice,
    attendees: [bob, ana],
    room: 'Room Havel',
    day: monday,
    at: '10:00',
    minutes: 60,
    extra: weekly(monday, ['monday']),
  });
  book(world, {
    subject: 'Alice and Bob',
    organizer: bob,
    attendees: [alice],
    day: monday + 2,
    at: '13:30',
    minutes: 30,
    extra: weekly(monday + 2, ['wednesday']),
  });
  book(world, {
    subject: 'Sales pipeline',
    organizer: ana,
    attendees: [person('Farid Rahimi'), person('Vikram Shah')],
    day: monday + 1,
    at: '10:00',
    minutes: 45,
    extra: { ...weekly(monday + 1, ['tuesday', 'thursday']), isOnlineMeeting: true },
  });
  book(world, {
    subject: 'Company hour',
    organizer: alice,
    attendees: companyPeople,
    day: monday + 3,
    at: '16:30',
    minutes: 30,
    extra: { ...weekly(monday + 3, ['thursday']), isOnlineMeeting: true },
  });
}

const topics = [
  'Roadmap',
  'Hiring',
  'Contract review',
  'Design critique',
  'Customer call',
  'Budget check',
  'Incident review',
  'Onboarding',
  'Planning',
  'Data review',
];
const alone = ['Focus time', 'Writing', 'Doctor', 'School run', 'Reading', 'Reports'];

/** Clock times at half hours within somebody's day. */
function clock(entry: CompanyPerson, name: string): string {
  const first = Number(entry.workDay[0].slice(0, 2)) * 2;
  const last = Number(entry.workDay[1].slice(0, 2)) * 2 - 2;
  const half = first + Math.floor(chance(name) * (last - first));
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
}

/** One person's calendar on one day: focus time, and now and then a meeting with others. */
function bookDay(world: EmulatorState, entry: CompanyPerson, day: number): void {
  const name = `${entry.mail}/${date(day)}`;
  const weekDay = new Date(day * dayMs)
    .toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' })
    .toLowerCase();
  if (!entry.workDays.includes(weekDay)) return;
  if (chance(`${name}/alone`) < 0.6) {
    const subject = pickOne(alone, `${name}/what`);
    const sensitivity = subject === 'Doctor' ? 'private' : 'normal';
    const showAs = subject === 'Writing' ? 'workingElsewhere' : 'busy';
    book(world, {
      subject,
      organizer: entry,
      day,
      at: clock(entry, `${name}/alone-at`),
      minutes: pickOne([30, 60, 90, 120], `${name}/alone-long`),
      extra: { sensitivity, showAs },
    });
  }
  if (chance(`${name}/meeting`) >= 0.4) return;
  const others = companyPeople.filter(
    (other) => other.id !== entry.id && Math.abs(zoneDistance(entry, other, day)) <= 6 * 3_600_000,
  );
  const guests = [pickOne(others, `${name}/one`), pickOne(others, `${name}/other`)];
  const room = chance(`${name}/room`) < 0.3 ? pickOne(companyRooms, `${name}/which`).displayName : undefined;
  book(world, {
    subject: pickOne(topics, `${name}/topic`),
    organizer: entry,
    attendees: [...new Set(guests)],
    day,
    at: clock(entry, `${name}/meeting-at`),
    minutes: pickOne([30, 30, 45, 60], `${name}/meeting-long`),
    room,
  });
}

function zoneDistance(one: CompanyPerson, other: CompanyPerson, day: number): number {
  return offsetMs(one.timeZone, day * dayMs) - offsetMs(other.timeZone, day * dayMs);
}

/** Two weeks from the Monday of this week: series, single meetings, time alone, a day off, a holiday. */
export function fillCalendars(world: EmulatorState): void {
  const today = Math.floor(world.now().getTime() / dayMs);
  const monday = today - ((today + 3) % 7);
  bookSeries(world, monday);
  for (let day = monday; day < monday + 14; day += 1) {
    for (const entry of companyPeople) bookDay(world, entry, day);
  }
  book(world, {
    subject: 'Vacation',
    organizer: person('Dan Cohen'),
    day: monday + 10,
    at: '00:00',
    minutes: 2 * 1_440,
    extra: { isAllDay: true, showAs: 'oof' },
  });
  book(world, {
    subject: 'Trade fair',
    organizer: person('Farid Rahimi'),
    day: monday + 8,
    at: '09:00',
    minutes: 480,
    extra: { showAs: 'oof' },
  });
}
