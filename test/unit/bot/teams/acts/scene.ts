import { parserReading } from '../../../../../bot/language/reading.ts';
import type { MeetingAct } from '../../../../../bot/language/meaning/act.ts';
import { anyMeeting, unchanged } from '../../../../../bot/language/meaning/frame.ts';
import type { To, Which } from '../../../../../bot/language/meaning/frame.ts';
import type { NamedPerson, WhenSense } from '../../../../../bot/language/meaning/sense.ts';
import type { ActTurn, Reply, SaidAct } from '../../../../../bot/teams/acts/act-turn.ts';
import type { BotServices } from '../../../../../bot/teams/bot-services.ts';
import { createReader } from '../../../../../bot/words/reader.ts';
import type { Meetings } from '../../../../../workers/client/meetings.ts';
import { commandNames } from '../../../../../workflows/contract/commands/commands.ts';
import { refuse } from '../../../../../workflows/domain/problems/refuse.ts';
import type { MeetingView } from '../../../../../workflows/domain/meeting/view.ts';
import type { Person } from '../../../../../workflows/domain/people/person.ts';
import { personId } from '../../../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../../../workflows/domain/time/slot.ts';
import { attendee, viewOf } from '../../../../support/meeting-views.ts';

/** Monday, 10:00 in Berlin. */
const now = '2026-11-30T09:00:00.000Z';
const timeZone = 'Europe/Berlin';

const person = (name: string): Person => ({
  id: personId(`id-${name.toLowerCase().replace(' ', '-')}`),
  displayName: name,
  mail: `${name.toLowerCase().replace(' ', '.')}@contoso.example`,
  timeZone,
});
export const alice = person('Alice Martin');
export const bob = person('Bob Keller');
export const carol = person('Carol Osei');
export const dan = person('Dan Weber');
const everybody = [alice, bob, carol, dan] as const;

export const named = (someone: Person): NamedPerson => ({
  name: someone.displayName.split(' ')[0] ?? '',
  candidates: [someone],
});

/** Times as the words say them. */
export async function whens(words: string): Promise<readonly WhenSense[]> {
  const read = await parserReading.read({
    text: `cancel the meeting ${words}`,
    now,
    timeZone,
    sender: alice,
    directory: [...everybody],
    rooms: [],
    members: [],
    mentions: [],
    locale: 'en',
  });
  if (read.kind !== 'act' || read.which.when.length === 0) throw new Error(`“${words}” is no time.`);
  return read.which.when;
}

/** Half an hour in Berlin's winter, UTC+1. */
export function slotAt(day: string, clock: string): Slot {
  const start = Date.parse(`${day}T${clock}:00.000+01:00`);
  return { start: new Date(start).toISOString(), end: new Date(start + 30 * 60_000).toISOString() };
}

/** A meeting that is booked, of Alice with Bob unless said otherwise. */
export function booked(
  title: string,
  slot: Slot,
  { organizer = alice, with: others = [bob] }: { organizer?: Person; with?: readonly Person[] } = {},
): MeetingView {
  return viewOf({
    meetingId: `meeting-${title.toLowerCase().replaceAll(' ', '-')}`,
    status: 'confirmed',
    title,
    durationMinutes: 30,
    timeZone,
    organizer,
    attendees: others.map((other) => attendee(other, { approval: 'approved' })),
    proposal: undefined,
    booking: { slot, eventId: 'e', iCalUId: 'i', joinUrl: 'https://teams.example/join', confirmedAt: now },
  });
}

/** A meeting that is being agreed on. */
export function proposed(
  title: string,
  slots: readonly Slot[],
  { organizer = alice, with: others = [bob] }: { organizer?: Person; with?: readonly Person[] } = {},
): MeetingView {
  return viewOf({
    meetingId: `meeting-${title.toLowerCase().replaceAll(' ', '-')}`,
    title,
    durationMinutes: 30,
    timeZone,
    organizer,
    attendees: others.map((other) => attendee(other)),
    proposal: {
      round: 1,
      slots: slots.map((slot) => ({ ...slot, score: 1, reasons: [] })),
      openedAt: now,
      deadline: '2026-12-01T09:00:00.000Z',
    },
  });
}

interface Given {
  readonly command: string;
  readonly meetingId: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Somebody's meetings, and what was done to them. */
export interface Scene {
  readonly services: BotServices;
  readonly commands: Given[];
  /** Messages by chat. */
  readonly sent: { readonly conversationId: string; readonly text: string }[];
  turn(said: SaidAct, more?: Partial<ActTurn>): ActTurn;
}

/** The bot's services over these meetings, in memory; everybody has a chat with the bot. */
export function sceneOf(meetings: readonly MeetingView[], speaker: Person = alice): Scene {
  const commands: Given[] = [];
  const sent: { conversationId: string; text: string }[] = [];
  const kept = new Map<string, string>();
  const missing = { ok: false, problem: refuse({ reason: 'noSuchMeeting' }) } as const;
  const find = (meetingId: string) => {
    const view = meetings.find((one) => one.meetingId === meetingId);
    return Promise.resolve(view === undefined ? missing : ({ ok: true, value: view } as const));
  };
  const given = Object.fromEntries(
    commandNames.map((command) => [
      command,
      (_caller: unknown, input: { readonly meetingId: string }) => {
        commands.push({ command, meetingId: input.meetingId, input: { ...input } });
        return find(input.meetingId);
      },
    ]),
  ) as unknown as Meetings;
  const service = {
    ...given,
    get: (_caller: unknown, { meetingId }: { readonly meetingId: string }) => find(meetingId),
    views: (_caller: unknown, { status = [] }: { readonly status?: readonly string[] }) =>
      Promise.resolve({
        ok: true,
        value: { meetings: meetings.filter((view) => status.length === 0 || status.includes(view.status)) },
      }),
    list: () => Promise.resolve({ ok: true, value: { meetings: [] } }),
    timesFor: (
      _caller: unknown,
      { slots, windows }: { readonly slots?: readonly Slot[]; readonly windows?: readonly Slot[] },
    ) => {
      const found = slots ?? (windows ?? []).map(({ start }) => halfAnHourFrom(start));
      return Promise.resolve({ ok: true, value: found.map((slot) => ({ ...slot, score: 1, reasons: [] })) });
    },
  };
  const services = {
    meetings: service,
    calendar: {
      agenda: () => Promise.resolve([]),
      availability: ({ people }: { readonly people: readonly Person[] }) =>
        Promise.resolve(people.map(({ id }) => ({ personId: id, busy: [] }))),
    },
    directory: {
      rooms: () => Promise.resolve([]),
      person: (id: string) => Promise.resolve(everybody.find((one) => one.id === id)),
    },
    store: {
      get: (key: string) => Promise.resolve(kept.get(key)),
      set: (key: string, value: string) => {
        kept.set(key, value);
        return Promise.resolve();
      },
    },
    connector: {
      send: (place: { readonly conversationId: string }, message: unknown) => {
        sent.push({ conversationId: place.conversationId, text: JSON.stringify(message) });
        return Promise.resolve({ kind: 'sent', activityId: 'a' });
      },
    },
    personalChats: {
      find: (id: string) => Promise.resolve({ serviceUrl: 'x', conversationId: `chat-${id}` }),
    },
    conversations: { settle: () => Promise.resolve(), keep: () => Promise.resolve() },
    reading: parserReading,
    now: () => now,
  } as unknown as BotServices;
  const reader = createReader({ locale: 'en-GB', timeZone });
  return {
    services,
    commands,
    sent,
    turn: (said, more = {}) => ({
      services,
      sender: {
        personId: speaker.id,
        caller: { kind: 'person', personId: speaker.id, surface: 'teams' },
        userId: `29:${speaker.id}`,
        place: { serviceUrl: 'x', conversationId: `chat-${speaker.id}` },
        isPersonal: true,
      },
      reader,
      said,
      text: '',
      saidId: 'said-1',
      idempotencyKey: 'key-1',
      ...more,
    }),
  };
}

function halfAnHourFrom(start: string): Slot {
  return { start, end: new Date(Date.parse(start) + 30 * 60_000).toISOString() };
}

/** An act with what is said of it; the rest is not said. */
export function said(
  act: MeetingAct,
  which: Partial<Which> = {},
  to: Partial<To> = {},
  leftover: readonly string[] = [],
): SaidAct {
  return { kind: 'act', act, which: { ...anyMeeting, ...which }, to: { ...unchanged, ...to }, leftover };
}

/** What a reply shows, as text. */
export function textOf(reply: Reply): string {
  switch (reply.kind) {
    case 'sentence':
      return reply.text;
    case 'card':
      return JSON.stringify(reply.card);
    case 'meeting':
      return `${reply.message ?? ''} ${reply.view.title}`;
  }
}
