import { localMinuteToInstant } from '../../workflows/domain/time/zone.ts';
import { instantOf } from '../../workflows/domain/time/instant.ts';
import type { Which } from '../language/meaning/frame.ts';
import type { WhenItem, WhenSense } from '../language/meaning/sense.ts';
import { settleForMeeting } from '../language/times/meeting-hours.ts';
import { spokenHours } from '../language/times/spoken-hours.ts';
import type { Reader } from '../words/reader.ts';
import { clockText, dayText, durationText } from '../words/times.ts';

const minutesPerDay = 1440;
/** A Monday, to write weekdays without a date by. */
const someMonday = 4;

function dayOf(day: number, reader: Reader): string {
  return dayText(instantOf(localMinuteToInstant(reader.timeZone, day * minutesPerDay)), reader);
}

function clockOf(minute: number, reader: Reader): string {
  const utc = { ...reader, timeZone: 'UTC' };
  return clockText(instantOf((minute % minutesPerDay) * 60_000), utc);
}

function weekdayText(weekday: number, { locale }: Reader): string {
  const day = new Date((someMonday + weekday) * 86_400_000);
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(day);
}

function daysText(item: WhenItem, reader: Reader): readonly string[] {
  const { which } = reader.words.acts;
  const [range] = item.days ?? [];
  if (range !== undefined) {
    return range.end - range.start <= 1
      ? [which.on(dayOf(range.start, reader))]
      : [which.fromTo(dayOf(range.start, reader), dayOf(range.end - 1, reader))];
  }
  return (item.weekdays ?? []).slice(0, 1).map((weekday) => which.on(weekdayText(weekday, reader)));
}

function hoursText(item: WhenItem, reader: Reader): readonly string[] {
  const { which } = reader.words.acts;
  if (item.time === undefined && item.hours === undefined) return [];
  if (item.time !== undefined) return [which.at(clockOf(settleForMeeting(item, 0).start, reader))];
  const { start, end } = spokenHours(item);
  return [which.between(clockOf(start, reader), clockOf(end, reader))];
}

/** Times as they were read: `on Mon 30 Nov between 20:00 and 00:00`. */
export function whenText({ items, timeZone }: WhenSense, reader: Reader): string {
  const there = timeZone === undefined ? reader : { ...reader, timeZone };
  const texts = items.map((item) => [...daysText(item, there), ...hoursText(item, there)].join(' '));
  return texts.filter((text) => text !== '').join(` ${reader.words.acts.which.or} `);
}

/** Everything that was said of a meeting, as it was read: `called “Budget” with Carol on Mon 30 Nov`. */
export function whichText(
  { title, people, when, place, room, minutes, waitingForMe }: Which,
  reader: Reader,
): string {
  const { acts, times } = reader.words;
  const others = people.filter(({ self }) => self !== true);
  const where = place ?? (room?.kind === 'named' ? room.name : undefined);
  return [
    ...(title === undefined ? [] : [acts.which.called(title)]),
    ...(minutes === undefined ? [] : [acts.which.lasting(durationText(minutes, reader))]),
    ...(others.length === 0 ? [] : [acts.which.withPeople(times.list(others.map(({ name }) => name)))]),
    ...when.map((one) => whenText(one, reader)),
    ...(where === undefined ? [] : [acts.which.in(where)]),
    ...(waitingForMe === true ? [acts.which.waiting] : []),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
