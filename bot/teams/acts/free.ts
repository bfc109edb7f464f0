import type { Availability } from '../../../workflows/domain/availability/availability.ts';
import type { Person } from '../../../workflows/domain/people/person.ts';
import { hasCalendar } from '../../../workflows/domain/people/person.ts';
import { hull } from '../../../workflows/domain/time/slot.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { freeCard } from '../../cards/free-card.ts';
import { availabilityPicture } from '../../picture/availability-picture.ts';
import { picturePanels } from '../../picture/picture-days.ts';
import { durationText, hoursText, momentText, slotText } from '../../words/times.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply, sentenceReply } from './act-turn.ts';
import { beginWish } from './begin-wish.ts';
import { busyStretches, freeStretches } from './free-stretches.ts';
import { daysAhead, saidWindows } from './said-windows.ts';

const usualMinutes = 30;
/** Without a day, the coming week is meant. */
const daysLookedThrough = 7;
/** Up to so long a window is a time, which is free or not; longer, free hours are looked for in it. */
const longestTimeMs = 3 * 60 * 60_000;
/** When somebody is free again is looked for so much later at most. */
const restOfDayMs = 8 * 60 * 60_000;

interface Asked {
  /** The sender, where they are meant, first. */
  readonly people: readonly Person[];
  readonly includesSender: boolean;
}

/** Whom the question is about; a sentence where a name is nobody's or several people's. */
async function askedAbout({ services, sender, reader, said }: ActTurn): Promise<Asked | string> {
  const { edit } = reader.words.acts;
  const others: Person[] = [];
  for (const { name, candidates, self } of said.which.people) {
    if (self === true) continue;
    const [one, another] = candidates;
    if (one === undefined) return edit.unknownPerson(name);
    if (another !== undefined)
      return edit.severalPeople(
        name,
        reader.words.times.list(candidates.map(({ displayName, mail }) => `${displayName} (${mail})`)),
      );
    if (one.id !== sender.personId) others.push(one);
  }
  const includesSender =
    others.length === 0 ||
    said.which.people.some(({ self, candidates }) => self === true || candidates[0]?.id === sender.personId);
  const me = includesSender ? await services.directory.person(sender.personId) : undefined;
  return { people: me === undefined ? others : [me, ...others], includesSender };
}

function namesOf({ people, includesSender }: Asked, turn: ActTurn): string {
  const { words } = turn.reader;
  return words.times.list(
    people.map(({ displayName, id }) =>
      includesSender && id === turn.sender.personId ? words.questions.free.you : displayName,
    ),
  );
}

/** "Is Bob free on Thursday at 3": yes, or what is in the way and when it ends. */
function aboutOneTime(turn: ActTurn, asked: Asked, slot: Slot, read: readonly Availability[]): string {
  const { reader, sender } = turn;
  const { free } = reader.words.questions;
  const lines = asked.people.flatMap((person, index): string[] => {
    const isYou = person.id === sender.personId;
    const name = isYou ? free.you : person.displayName;
    const availability = read[index];
    if (availability === undefined) return [];
    const busy = busyStretches(availability, slot);
    return [
      busy.length === 0
        ? free.free(name, isYou, slotText(slot, reader))
        : free.busy(
            name,
            isYou,
            reader.words.times.list(
              busy.map((one, at) => (at === 0 ? slotText(one, reader) : hoursText(one, reader))),
            ),
          ),
    ];
  });
  const areFree = read.every((one) => busyStretches(one, slot).length === 0);
  if (areFree && asked.people.length > 1) return free.bothFree(namesOf(asked, turn), slotText(slot, reader));
  if (areFree) return lines.join(' ');
  const later = { start: slot.start, end: new Date(Date.parse(slot.end) + restOfDayMs).toISOString() };
  const lengthMinutes = (Date.parse(slot.end) - Date.parse(slot.start)) / 60_000;
  const next = freeStretches([later], read, lengthMinutes).find(({ start }) => start > slot.start);
  return [...lines, ...(next === undefined ? [] : [free.freeFrom(momentText(next.start, reader))])].join(' ');
}

function picture(turn: ActTurn, asked: Asked, free: readonly Slot[], read: readonly Availability[]) {
  const { reader } = turn;
  if (free.length === 0) return undefined;
  const url = availabilityPicture({
    panels: picturePanels(free, reader.timeZone),
    rows: asked.people.map(({ displayName, timeZone = reader.timeZone }, index) => ({
      name: displayName,
      timeZone,
      availability: read[index],
    })),
    slots: [],
    reader,
  });
  return { url, altText: reader.words.questions.free.picture(namesOf(asked, turn)) };
}

/** Answers who is free when, from free/busy alone: nobody's events are told. */
export async function freeAct(turn: ActTurn): Promise<Reply> {
  const { services, reader, said } = turn;
  const { free } = reader.words.questions;
  const asked = await askedAbout(turn);
  if (typeof asked === 'string') return sentenceReply(asked);
  const minutes = said.to.minutes ?? said.which.minutes ?? usualMinutes;
  const windows = saidWindows(turn, minutes) ?? [daysAhead(turn, daysLookedThrough)];
  const window = hull(windows);
  if (window === undefined) return sentenceReply(free.passed);
  const known = asked.people.filter(({ id }) => hasCalendar(id));
  const later = { start: window.start, end: new Date(Date.parse(window.end) + restOfDayMs).toISOString() };
  const read = await services.calendar.availability({ people: known, window: later });
  const unreadable = asked.people.filter(({ id }) => {
    const one = read.find(({ personId }) => personId === id);
    return one === undefined || one.error !== undefined;
  });
  if (unreadable.length > 0)
    return sentenceReply(
      free.unknown(reader.words.times.list(unreadable.map(({ displayName }) => displayName))),
    );
  const [only, another] = windows;
  const isOneTime =
    only !== undefined &&
    another === undefined &&
    Date.parse(only.end) - Date.parse(only.start) <= longestTimeMs;
  const others = asked.people.filter(({ id }) => id !== turn.sender.personId);
  if (isOneTime && others.length === 0) return sentenceReply(aboutOneTime(turn, asked, only, read));
  const find =
    others.length === 0
      ? []
      : [
          await beginWish(turn, free.find, {
            people: others,
            rooms: [],
            durationMinutes: said.to.minutes ?? said.which.minutes,
          }),
        ];
  const stretches = freeStretches(windows, read, minutes);
  const names = namesOf(asked, turn);
  const title = isOneTime
    ? aboutOneTime(turn, asked, only, read)
    : asked.people.length > 1
      ? free.titleAll(names)
      : free.title(names, asked.includesSender);
  return cardReply(
    freeCard(
      {
        title,
        free: isOneTime ? [] : stretches,
        nothing: isOneTime ? '' : free.nothing(durationText(minutes, reader)),
        picture: isOneTime ? undefined : picture(turn, asked, stretches, read),
        actions: find,
      },
      reader,
    ),
  );
}
