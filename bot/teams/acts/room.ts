import type { Room } from '../../../workflows/domain/people/person.ts';
import { instantOf, minuteMs } from '../../../workflows/domain/time/instant.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { hull } from '../../../workflows/domain/time/slot.ts';
import { roomsCard } from '../../cards/rooms-card.ts';
import { slotText } from '../../words/times.ts';
import type { ActTurn, Reply } from './act-turn.ts';
import { cardReply, sentenceReply } from './act-turn.ts';
import { beginWish } from './begin-wish.ts';
import { busyStretches, freeStretches } from './free-stretches.ts';
import { saidWindows } from './said-windows.ts';

const usualMinutes = 60;
const mostShown = 6;

/** The rooms that are meant: the one named, or all that hold enough people, the smallest first. */
function roomsMeant({ said }: ActTurn, all: readonly Room[]): readonly Room[] {
  const room = said.which.room ?? said.to.room;
  if (room?.kind === 'named') return room.rooms;
  const needed = room?.kind === 'any' ? (room.capacity ?? 1) : 1;
  return all
    .filter(({ capacity }) => (capacity ?? Infinity) >= needed)
    .toSorted((a, b) => (a.capacity ?? Infinity) - (b.capacity ?? Infinity));
}

/** The time that is asked about: a window as said, or of longer ones the first hour in it that a room is free. */
function timeAsked(turn: ActTurn, minutes: number): readonly Slot[] {
  const now = turn.services.now();
  const soon = { start: now, end: instantOf(Date.parse(now) + minutes * minuteMs) };
  return saidWindows(turn, minutes) ?? [soon];
}

/** Answers which rooms are free, or when a named one is. */
export async function roomAct(turn: ActTurn): Promise<Reply> {
  const { services, reader, said } = turn;
  const { rooms: words, free } = reader.words.questions;
  const minutes = said.to.minutes ?? said.which.minutes ?? usualMinutes;
  const all = await services.directory.rooms();
  if (all.length === 0) return sentenceReply(words.noRooms);
  const room = said.which.room ?? said.to.room;
  const meant = roomsMeant(turn, all);
  if (room?.kind === 'named' && meant.length === 0)
    return sentenceReply(reader.words.chat.questions.unknownRoom(room.name));
  const windows = timeAsked(turn, minutes);
  const window = hull(windows);
  if (window === undefined) return sentenceReply(free.passed);
  const read = await services.calendar.availability({ people: meant, window });
  const known = meant.filter((_, index) => read[index]?.error === undefined);
  const fitting = known.flatMap((one) => {
    const availability = read[meant.indexOf(one)];
    const [first] = availability === undefined ? [] : freeStretches(windows, [availability], minutes);
    return first === undefined ? [] : [{ room: one, slot: first }];
  });
  const [only] = meant;
  if (fitting.length === 0) {
    const availability = read[0];
    const isOne =
      meant.length === 1 &&
      only !== undefined &&
      availability?.error === undefined &&
      availability !== undefined;
    if (!isOne) return sentenceReply(words.none(slotText(window, reader)));
    const busy = busyStretches(availability, window).map((one) => slotText(one, reader));
    return sentenceReply(free.busy(only.displayName, false, reader.words.times.list(busy)));
  }
  const durationMinutes = said.to.minutes ?? said.which.minutes;
  const shown = await Promise.all(
    fitting.slice(0, mostShown).map(async ({ room: one }) => ({
      room: one,
      action: await beginWish(turn, words.meetHere(one.displayName), {
        people: [],
        rooms: [one.id],
        durationMinutes,
      }),
    })),
  );
  const [first] = fitting;
  const isLong = Date.parse(window.end) - Date.parse(window.start) > 4 * 60 * minuteMs;
  const title =
    meant.length === 1 && first !== undefined
      ? free.free(first.room.displayName, false, slotText(isLong ? first.slot : window, reader))
      : words.title(slotText(window, reader));
  return cardReply(roomsCard(title, shown, reader));
}
