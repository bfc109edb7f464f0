import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { describeMeeting } from '../../bot/words/describe-meeting.ts';
import { graph } from '../../infra/runtime/config/graph.ts';
import { logging } from '../../infra/runtime/config/logging.ts';
import { readConfig } from '../../infra/runtime/config/read-config.ts';
import { state } from '../../infra/runtime/config/state.ts';
import { temporal } from '../../infra/runtime/config/temporal.ts';
import { createLog } from '../../infra/runtime/log.ts';
import { temporalConnection } from '../../infra/runtime/temporal-connection.ts';
import { openGraph } from '../../workers/adapters/graph/open-graph.ts';
import { openShared } from '../../workers/adapters/open-shared.ts';
import { createProjections } from '../../workers/adapters/projections/projections.ts';
import { createMeetings } from '../../workers/client/create-meetings.ts';
import type { Meetings } from '../../workers/client/meetings.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Person } from '../../workflows/domain/people/person.ts';
import { understand } from '../../bot/language/understand.ts';
import { createReader } from '../../bot/words/reader.ts';
import { longSlotText, zoneText } from '../../bot/words/times.ts';
import { wordsOf } from '../../bot/words/words-of.ts';
import type { Slot } from '../../workflows/domain/time/slot.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import type { Calendar } from '../../workflows/ports/calendar.ts';
import { possibleNames } from '../../bot/language/lexicon/possible-names.ts';
import type { Directory } from '../../workflows/ports/directory.ts';

const senderMail = 'alice.martin@contoso.example';
const patienceMs = 30_000;

/** Something is not as it should be; the message says what. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

interface Parts {
  readonly meetings: Meetings;
  readonly calendar: Calendar;
  readonly directory: Directory;
  close(): Promise<void>;
}

async function openParts(environment: NodeJS.ProcessEnv): Promise<Parts> {
  const config = readConfig(environment, { graph, logging, state, temporal });
  const connection = await Connection.connect(temporalConnection(config.temporal));
  const shared = await openShared(config.state);
  const log = createLog({ process: 'demo', level: 'warn', personalData: config.logging.personalData });
  const { calendar, directory } = openGraph({ settings: config.graph, store: shared.store, log });
  const meetings = createMeetings({
    temporal: new Client({ connection, namespace: config.temporal.namespace }),
    calendar,
    directory,
    projections: createProjections(shared),
    clock: { now: () => new Date().toISOString() },
  });
  return {
    meetings,
    calendar,
    directory,
    close: async () => {
      await shared.close();
      await connection.close();
    },
  };
}

function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new DemoError(`${result.problem.code}: ${result.problem.message}`);
}

function timeText(slot: Slot, timeZone: string): string {
  const reader = createReader({ timeZone, locale: 'en-GB' });
  return `${longSlotText(slot, reader)}, ${zoneText(timeZone, reader)}`;
}

async function requestOf(sentence: string, sender: Person, directory: Directory): Promise<MeetingRequest> {
  const { groups, ...known } = await directory.lookUp({
    names: [...possibleNames(sentence), { kind: 'words', words: ['everybody'], isGroup: true }],
    asker: sender.id,
  });
  const company = groups.find(({ displayName }) => displayName === 'Everybody')?.members ?? [];
  const meant = understand({
    text: sentence,
    now: new Date().toISOString(),
    timeZone: sender.timeZone ?? 'UTC',
    sender,
    directory: known.people,
    addresses: known.addresses,
    groups,
    nearby: known.nearby,
    rooms: await directory.rooms(),
    // “Everybody” are those in the chat; this one has the whole company in it.
    members: company.filter(({ id }) => id !== sender.id),
    mentions: [],
  });
  switch (meant.kind) {
    case 'request':
      return meant.request;
    case 'question':
      throw new DemoError(
        `Assent would ask: ${meant.questions.map(({ code, quoted }) => wordsOf('en').chat.questions[code](quoted ?? '')).join(' ')}`,
      );
    case 'change':
    case 'act':
    case 'talk':
    case 'unsure':
    case 'nothing':
      throw new DemoError('The sentence asks for no meeting; say who should meet, and when.');
  }
}

async function untilSo(
  { meetings }: Parts,
  sender: Person,
  meetingId: string,
  isSo: (view: MeetingView) => boolean,
): Promise<MeetingView> {
  const caller = { kind: 'person', personId: sender.id, surface: 'cli' } as const;
  const end = Date.now() + patienceMs;
  for (;;) {
    const view = valueOf(await meetings.get(caller, { meetingId }));
    if (isSo(view)) return view;
    if (view.choice !== undefined) throw new DemoError(describeMeeting(view, view.timeZone).choice ?? '');
    if (Date.now() > end) throw new DemoError(`Nothing more happened; the meeting is ${view.status}.`);
    await pause(100);
  }
}

function isFullyAsked({ status, attendees }: MeetingView): boolean {
  return status === 'proposed' && attendees.every(({ reachedBy }) => reachedBy !== undefined);
}

async function checkEvent(
  { calendar }: Parts,
  view: MeetingView,
  tell: (line: string) => void,
): Promise<void> {
  const { booking, organizer } = view;
  if (booking === undefined) throw new DemoError('The meeting is confirmed and has no event.');
  const event = await calendar.event({ ownerId: organizer.id, eventId: booking.eventId });
  if (event === undefined) throw new DemoError('Graph does not know the event.');
  tell(`\nRead back through Graph: event ${event.eventId}`);
  tell(`  ${timeText(event.slot, view.timeZone)}`);
  if (event.joinUrl !== undefined) tell(`  online at ${event.joinUrl}`);
  for (const { mail, response } of event.responses) tell(`  ${mail}: ${response}`);
  const wrong: string[] = [];
  if (slotKey(event.slot) !== slotKey(booking.slot)) wrong.push('the event is at another time');
  for (const { person, approval } of view.attendees) {
    const response = event.responses.find(({ mail }) => mail.toLowerCase() === person.mail.toLowerCase());
    if (response === undefined) wrong.push(`${person.displayName} is not invited`);
    else if (approval === 'approved' && response.response !== 'accepted') {
      wrong.push(`${person.displayName} approved and is "${response.response}" in the calendar`);
    }
  }
  const day = await calendar.agenda({ personId: organizer.id, window: booking.slot });
  if (day.some(({ subject }) => subject === `Hold: ${view.title}`)) wrong.push('a hold is left');
  if (day.filter(({ subject }) => subject === view.title).length !== 1) wrong.push('there is not one event');
  if (wrong.length > 0) throw new DemoError(`Not as it should be: ${wrong.join('; ')}.`);
}

/** One meeting from a sentence to the calendar, told as it happens; rejects with DemoError when anything differs. */
export async function runDemoMeeting(
  sentence: string,
  environment: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<void> {
  const parts = await openParts(environment);
  try {
    const sender = await parts.directory.person(senderMail);
    if (sender === undefined) throw new DemoError(`The directory does not know ${senderMail}.`);
    tell(`\n${sender.displayName} writes: “${sentence}”`);
    const request = await requestOf(sentence, sender, parts.directory);
    const names = request.attendees.map(({ person }) => person.displayName).join(', ');
    tell(`Understood: “${request.title}”, ${request.durationMinutes} minutes, with ${names}.`);
    const caller = { kind: 'person', personId: sender.id, surface: 'cli' } as const;
    const { meetingId } = valueOf(
      await parts.meetings.propose(caller, { request, idempotencyKey: randomUUID() }),
    );
    const asked = await untilSo(parts, sender, meetingId, isFullyAsked);
    const slots = asked.proposal?.slots ?? [];
    tell(`Proposed: ${slots.map((slot) => timeText(slot, asked.timeZone)).join('\n          ')}`);
    for (const { person, reachedBy } of asked.attendees) {
      tell(
        `${person.displayName} is asked${reachedBy === 'unreached' ? ' and not reached' : ` by ${reachedBy === 'mail' ? 'mail' : 'Teams'}`}.`,
      );
    }
    for (const { person } of asked.attendees) {
      const now = await untilSo(parts, sender, meetingId, () => true);
      if (now.status !== 'proposed') break;
      const answered = await parts.meetings.respond(
        { kind: 'person', personId: person.id, surface: 'cli' },
        {
          meetingId,
          round: now.proposal?.round ?? 1,
          answers: Object.fromEntries(slots.map((slot) => [slotKey(slot), 'yes' as const])),
          idempotencyKey: randomUUID(),
        },
      );
      valueOf(answered);
      tell(`${person.displayName} approves.`);
    }
    if (request.policy.confirmation === 'organizer') {
      await untilSo(parts, sender, meetingId, ({ choice }) => choice?.reason === 'confirm');
      valueOf(await parts.meetings.confirm(caller, { meetingId, idempotencyKey: randomUUID() }));
      tell(`${sender.displayName} confirms the booking.`);
    }
    const booked = await untilSo(parts, sender, meetingId, ({ status }) => status === 'confirmed');
    if (booked.booking !== undefined) tell(`Booked: ${timeText(booked.booking.slot, booked.timeZone)}`);
    // Acceptances and the end of the holds follow the booking.
    await waitForEnd(parts, booked);
    await checkEvent(parts, booked, tell);
    tell('\nEverything is as it should be.');
  } finally {
    await parts.close();
  }
}

async function waitForEnd({ calendar }: Parts, { booking, organizer, title }: MeetingView): Promise<void> {
  if (booking === undefined) return;
  const end = Date.now() + patienceMs;
  for (;;) {
    const event = await calendar.event({ ownerId: organizer.id, eventId: booking.eventId });
    const day = await calendar.agenda({ personId: organizer.id, window: booking.slot });
    const isDone =
      event?.responses.some(({ response }) => response === 'accepted') === true &&
      day.every(({ subject }) => subject !== `Hold: ${title}`);
    if (isDone || Date.now() > end) return;
    await pause(100);
  }
}
