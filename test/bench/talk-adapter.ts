import { personId } from '../../workflows/domain/people/person.ts';
import type { Person, Room } from '../../workflows/domain/people/person.ts';
import type { MeetingRequest } from '../../workflows/domain/meeting/request.ts';
import { instantMs } from '../../workflows/domain/time/instant.ts';
import type { Act } from '../../bot/language/meaning/act.ts';
import type { RoomWish, To, Which } from '../../bot/language/meaning/frame.ts';
import type { NamedPerson, WhenSense } from '../../bot/language/meaning/sense.ts';
import type {
  MeetingRequestDraft,
  Question,
  UnderstandInput,
  Understanding,
} from '../../bot/language/meaning/understanding.ts';
import { complete } from '../../bot/language/partial-request/complete.ts';
import { combineWhens } from '../../bot/language/times/combine-whens.ts';
import { windowsOf } from '../../bot/language/times/windows.ts';
import { understand } from '../../bot/language/understand.ts';

/*
 * What was understood, in the neutral words of `../shared/language/reading.ts`, so that `measure.ts` there can compare
 * it with labels. Its types are told again here, because that folder may be absent.
 */

interface Window {
  readonly start: string;
  readonly end: string;
}

interface NeutralFields {
  readonly title?: string;
  readonly people?: readonly string[];
  readonly when?: readonly Window[];
  readonly all?: boolean;
  readonly order?: Which['order'];
  readonly shiftMinutes?: number;
  readonly minutes?: number;
  readonly endAt?: string;
  readonly optionalPeople?: readonly string[];
  readonly addPeople?: readonly string[];
  readonly removePeople?: readonly string[];
  readonly place?: string;
  readonly room?: string;
  readonly online?: boolean;
  readonly option?: number;
  readonly answer?: To['answer'];
  readonly reason?: string;
  readonly soonest?: boolean;
}

type Asked = 'who' | 'person' | 'when' | 'room' | 'which' | 'what' | 'act' | 'other';

interface NeutralReading {
  readonly act: Act;
  readonly which?: NeutralFields;
  readonly to?: NeutralFields;
  readonly question?: { readonly about: Asked };
  readonly leftover: readonly string[];
  readonly immediate: boolean;
}

interface Context {
  readonly now: string;
  readonly timeZone: string;
  readonly sender: string;
  readonly directory: readonly string[];
  readonly rooms: readonly (readonly [name: string, capacity: number])[];
  readonly members: readonly string[];
  readonly standardPending: string;
}

interface Input {
  readonly text: string;
  readonly after?: string;
  readonly context: Context;
}

const askedOf: Readonly<Record<Question['code'], Asked>> = {
  noAttendees: 'who',
  unknownPerson: 'person',
  ambiguousPerson: 'person',
  switchedOff: 'person',
  unknownColleague: 'person',
  largeGroup: 'person',
  emptyGroup: 'person',
  unknownRoom: 'room',
  ambiguousRoom: 'room',
  noTimeLeft: 'when',
  impossibleDate: 'when',
  ambiguousZone: 'when',
  tooLong: 'when',
};

function personOf(displayName: string, { timeZone }: Context): Person {
  const words = displayName.toLowerCase();
  return {
    id: personId(`id-${words.replaceAll(' ', '-')}`),
    displayName,
    mail: `${words.replaceAll(' ', '.')}@contoso.com`,
    timeZone,
  };
}

type World = Omit<UnderstandInput, 'text'>;

/** What is the same for every sentence of a context. */
const worlds = new WeakMap<Context, World>();

function worldOf(context: Context): World {
  const known = worlds.get(context);
  if (known !== undefined) return known;
  const sender = personOf(context.sender, context);
  const world: World = {
    now: context.now,
    timeZone: context.timeZone,
    sender,
    directory: [sender, ...context.directory.map((name) => personOf(name, context))],
    rooms: context.rooms.map(([name, capacity]): Room => ({ ...personOf(name, context), capacity })),
    members: context.members.map((name) => personOf(name, context)),
    mentions: [],
  };
  worlds.set(context, world);
  return world;
}

/** Without what says nothing. */
function said<Fields extends object>(fields: Fields): Fields {
  const kept = Object.entries(fields).filter(
    ([, value]: [string, unknown]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as Fields;
}

function localWindows(
  whens: readonly WhenSense[],
  avoided: readonly WhenSense[],
  { now, timeZone }: Context,
): Window[] {
  const wanted = combineWhens(whens);
  if (wanted === undefined) return [];
  const today = Math.floor(instantMs(now, 'now') / 86_400_000);
  const slots = windowsOf(wanted, avoided, { today, now, timeZone, durationMinutes: 10, weekends: true });
  return slots.map(({ start, end }) => ({ start: onClock(start, timeZone), end: onClock(end, timeZone) }));
}

function onClock(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(instant)).replace(' ', 'T');
}

const namesOf = (people: readonly NamedPerson[]): string[] =>
  people.map(({ name, candidates: [only, another] }) =>
    only === undefined || another !== undefined ? `?${name}` : only.displayName,
  );

function roomOf(room: RoomWish | undefined): string | undefined {
  if (room === undefined) return undefined;
  return room.kind === 'named' ? (room.rooms[0]?.displayName ?? room.name) : room.kind;
}

function whichOf(which: Which, context: Context): NeutralFields {
  return said({
    title: which.title,
    people: namesOf(which.people),
    when: localWindows(which.when, [], context),
    place: which.place,
    room: roomOf(which.room),
    minutes: which.minutes,
    all: which.all,
    order: which.order,
  });
}

function toOf(to: To, context: Context): NeutralFields {
  return said({
    when: localWindows(to.when, [], context),
    shiftMinutes: to.shiftMinutes,
    minutes: to.minutes ?? to.longerMinutes,
    endAt: to.endAt,
    addPeople: namesOf(to.addPeople),
    removePeople: namesOf(to.removePeople),
    place: to.place,
    room: roomOf(to.room),
    title: to.title,
    online: to.online,
    option: to.option,
    answer: to.answer,
    reason: to.reason,
    soonest: to.soonest,
  });
}

/** The request that a draft makes; where nobody is named, as with somebody. */
function requestOf(draft: MeetingRequestDraft, context: Context): MeetingRequest | undefined {
  const known = draft.attendees.filter(({ person }) => person !== undefined);
  const somebody = { name: 'x', person: personOf('Some Body', context), type: 'required' } as const;
  const completion = complete({
    ...draft,
    attendees: known.length > 0 ? known : [somebody],
    openRoom: undefined,
  });
  return completion.complete ? completion.request : undefined;
}

function wishOf(draft: MeetingRequestDraft, context: Context): NeutralFields {
  const request = requestOf(draft, context);
  const { rooms } = worldOf(context);
  const [room] = draft.rooms;
  const windows =
    draft.wanted.length === 0
      ? []
      : (request?.windows.map(({ start, end }) => ({
          start: onClock(start, context.timeZone),
          end: onClock(end, context.timeZone),
        })) ?? localWindows(draft.wanted, draft.avoided, context));
  return said({
    when: windows,
    minutes: request?.durationMinutes ?? draft.durationMinutes,
    people: draft.attendees.map(({ person, name }) => person?.displayName ?? `?${name}`),
    optionalPeople: draft.attendees.flatMap(({ person, type }) =>
      type === 'optional' && person !== undefined ? [person.displayName] : [],
    ),
    title: [draft.title, draft.agenda].filter((words) => words !== undefined).join(' / ') || undefined,
    room:
      room === undefined
        ? undefined
        : draft.rooms.length === rooms.length
          ? 'any'
          : rooms.find(({ id }) => id === room)?.displayName,
    place: draft.place,
    online: draft.isOnlineMeeting,
    soonest: draft.ranking === 'earliest' ? true : undefined,
  });
}

/** Acts on a meeting; without a word of which and to what the bot asks, whatever meetings there are. */
const needsMeeting: ReadonlySet<Act> = new Set(['move', 'edit', 'cancel', 'late', 'join']);

/** What is done with Undo where exactly one meeting fits; all else is shown first or only asks. */
function isImmediate(act: Act, which: Which, to: To): boolean {
  if (act === 'confirm' || act === 'answer' || act === 'choose') return true;
  if (act !== 'edit' || which.all === true) return false;
  return to.addPeople.length + to.removePeople.length === 0 && to.room === undefined;
}

function actReading(understood: Extract<Understanding, { kind: 'act' }>, context: Context): NeutralReading {
  const { act, which, to, leftover } = understood;
  const reading = { act, which: whichOf(which, context), to: toOf(to, context), leftover };
  const saysNothing = Object.keys({ ...reading.which, ...reading.to }).length === 0;
  if (needsMeeting.has(act) && saysNothing)
    return { ...reading, question: { about: 'which' }, immediate: false };
  const isUnchanged = Object.keys(said({ ...reading.to, reason: undefined })).length === 0;
  if (act === 'move' && isUnchanged) return { ...reading, question: { about: 'when' }, immediate: false };
  if (act === 'edit' && isUnchanged) return { ...reading, question: { about: 'what' }, immediate: false };
  return { ...reading, immediate: isImmediate(act, which, to) };
}

function readingOf(understood: Understanding, context: Context): NeutralReading {
  switch (understood.kind) {
    case 'act':
      return actReading(understood, context);
    case 'talk':
      return { act: understood.act, leftover: understood.leftover, immediate: false };
    case 'nothing':
      return { act: 'none', leftover: understood.leftover, immediate: false };
    case 'unsure':
      return {
        act: understood.acts[0] ?? 'none',
        question: { about: 'act' },
        leftover: understood.leftover,
        immediate: false,
      };
    case 'question':
    case 'request':
    case 'change': {
      const { kind, draft, leftover } = understood;
      const isChange = kind === 'change' || (kind === 'question' && understood.changed !== undefined);
      const act = isChange ? 'change' : 'new';
      const [first] = kind === 'question' ? understood.questions : [];
      const asked = first === undefined ? {} : { question: { about: askedOf[first.code] } };
      return { act, to: wishOf(draft, context), ...asked, leftover, immediate: false };
    }
  }
}

function opened(understood: Understanding, reading: NeutralReading): MeetingRequestDraft | undefined {
  return reading.act === 'new' || reading.act === 'change'
    ? 'draft' in understood
      ? understood.draft
      : undefined
    : undefined;
}

function understandAfter({ text, after, context }: Input): Understanding {
  const world = worldOf(context);
  if (after === undefined) return understand({ ...world, text });
  const first = understand({ ...world, text: after });
  const standard = understand({ ...world, text: context.standardPending });
  const pending = opened(first, readingOf(first, context)) ?? opened(standard, readingOf(standard, context));
  return understand({ ...world, text, pending });
}

/** Reads `text`, as said after `after` where that is given. */
export function read(input: Input): Promise<NeutralReading> {
  return Promise.resolve(readingOf(understandAfter(input), input.context));
}

/** The act alone; undefined where the bot would ask what is wanted. */
export function act(input: Input): Promise<Act | undefined> {
  const reading = readingOf(understandAfter(input), input.context);
  return Promise.resolve(reading.question?.about === 'act' ? undefined : reading.act);
}
