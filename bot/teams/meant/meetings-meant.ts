import { waitingFor } from '../../../workflows/domain/meeting/waiting-for.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Person, PersonId, Room } from '../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import type { Which } from '../../language/meaning/frame.ts';
import { fitsTime, isBareWeekday } from './fits-time.ts';
import type { SpokenAt } from './fits-time.ts';
import { fitsWords, isThere, tellingWords } from './fits-words.ts';

/** Who speaks, and against what their words are held. */
export interface Speaker extends SpokenAt {
  readonly id: PersonId;
  readonly rooms: readonly Room[];
}

/** When a meeting is: where it is booked, and what is proposed for it. */
function timesOf(view: MeetingView): readonly Slot[] {
  return [...(view.booking === undefined ? [] : [view.booking.slot]), ...(view.proposal?.slots ?? [])];
}

/** Everybody in a meeting, the organizer first. */
export function peopleOf(view: MeetingView): readonly Person[] {
  return [view.organizer, ...view.attendees.map(({ person }) => person)];
}

/** The parts of what was said of a meeting, in the order of how much they tell. */
const parts = ['title', 'people', 'when', 'place', 'room', 'minutes', 'waitingForMe'] as const;
type Part = (typeof parts)[number];

function roomOf({ booking }: MeetingView, rooms: readonly Room[]): Room | undefined {
  return booking?.roomId === undefined ? undefined : rooms.find(({ id }) => id === booking.roomId);
}

function fitsPart(part: Part, view: MeetingView, which: Which, speaker: Speaker): boolean {
  switch (part) {
    case 'title': {
      const { title = '' } = which;
      return fitsWords(title, [view.title, ...peopleOf(view).map(({ displayName }) => displayName)]);
    }
    case 'people': {
      const others = peopleOf(view).filter(({ id }) => id !== speaker.id);
      return which.people.every((named) => named.self === true || isThere(named, others));
    }
    case 'when': {
      const times = timesOf(view);
      return (
        which.when.length === 0 ||
        times.some((slot) => which.when.every((when) => fitsTime(slot, when, speaker)))
      );
    }
    case 'place': {
      const { place = '' } = which;
      const room = roomOf(view, speaker.rooms);
      const known = [
        view.place,
        room?.displayName,
        room?.building,
        view.isOnlineMeeting ? 'online teams' : undefined,
      ];
      return fitsWords(
        place,
        known.filter((text) => text !== undefined),
      );
    }
    case 'room': {
      const { room } = which;
      if (room === undefined) return true;
      const roomId = view.booking?.roomId;
      if (room.kind === 'named') return room.rooms.some(({ id }) => id === roomId);
      return (roomId === undefined) === (room.kind === 'none');
    }
    case 'minutes':
      return which.minutes === undefined || which.minutes === view.durationMinutes;
    case 'waitingForMe':
      return which.waitingForMe !== true || waitingFor(view).includes(speaker.id);
  }
}

const said: Readonly<Record<Part, (which: Which) => boolean>> = {
  title: ({ title }) => tellingWords(title ?? '').length > 0,
  people: ({ people }) => people.some(({ self }) => self !== true),
  when: ({ when }) => when.length > 0,
  place: ({ place }) => tellingWords(place ?? '').length > 0,
  room: ({ room }) => room !== undefined,
  minutes: ({ minutes }) => minutes !== undefined,
  waitingForMe: ({ waitingForMe }) => waitingForMe === true,
};

/** Whether anything was said of which meeting is meant; "all" and an order say nothing of the meeting itself. */
export function saysWhich(which: Which): boolean {
  return parts.some((part) => said[part](which));
}

/** "Thursday" means the coming one, where something is on it. */
function onComingDay(
  fitting: readonly MeetingView[],
  which: Which,
  speaker: Speaker,
): readonly MeetingView[] {
  const items = which.when.flatMap(({ items: some }) => some);
  if (!items.some((item) => isBareWeekday(item) && item.days !== undefined)) return fitting;
  const coming = which.when.map((when) => ({
    ...when,
    items: when.items.map((item) => (isBareWeekday(item) ? { ...item, weekdays: undefined } : item)),
  }));
  const near = fitting.filter((view) => fitsPart('when', view, { ...which, when: coming }, speaker));
  return near.length > 0 ? near : fitting;
}

function startOf(view: MeetingView): string | undefined {
  return timesOf(view)[0]?.start;
}

/** "my next meeting" is the first that is still to come; several only where they begin together. */
function inOrder(
  fitting: readonly MeetingView[],
  { order }: Which,
  { now }: Speaker,
): readonly MeetingView[] {
  if (order === undefined) return fitting;
  const starts = fitting
    .flatMap((view) => startOf(view) ?? [])
    .filter((start) => order !== 'next' || start > now);
  const sorted = starts.sort();
  const wanted = order === 'last' ? sorted.at(-1) : sorted[0];
  return wanted === undefined ? [] : fitting.filter((view) => startOf(view) === wanted);
}

/**
 * The meetings that are meant: those that fit everything that was said. One that fails a single part is not among them,
 * however few there are. Pure.
 */
export function meetingsMeant(
  meetings: readonly MeetingView[],
  which: Which,
  speaker: Speaker,
): readonly MeetingView[] {
  const fitting = meetings.filter((view) => parts.every((part) => fitsPart(part, view, which, speaker)));
  return inOrder(onComingDay(fitting, which, speaker), which, speaker);
}

/** Of meetings that do not fit, the one that fits most of what was said; of equals the next to begin. */
export function nearestMeeting(
  meetings: readonly MeetingView[],
  which: Which,
  speaker: Speaker,
): MeetingView | undefined {
  const score = (view: MeetingView): number =>
    parts.reduce(
      (sum, part, index) =>
        said[part](which) && fitsPart(part, view, which, speaker) ? sum + 2 ** (parts.length - index) : sum,
      0,
    );
  const start = (view: MeetingView): string => startOf(view) ?? '~';
  return [...meetings].sort(
    (one, other) => score(other) - score(one) || start(one).localeCompare(start(other)),
  )[0];
}
