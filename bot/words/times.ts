import { LRUCache } from 'lru-cache';

import type { Instant, Slot, TimeZone } from '../../workflows/domain/time/slot.ts';
import type { Reader } from './reader.ts';

/** How times are written; sentences come from the reader's words. */
type Writing = Pick<Reader, 'locale' | 'timeZone' | 'hourCycle'>;

const formats = new LRUCache<string, Intl.DateTimeFormat>({ max: 500 });

const writings = {
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  longDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { year: 'numeric', month: '2-digit', day: '2-digit' },
  h12: { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
  h23: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  zone: { timeZoneName: 'longGeneric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Making a format costs about 50 µs, so each is made once. */
function format(locale: string, timeZone: TimeZone, kind: keyof typeof writings): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${kind}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone, ...writings[kind] });
  formats.set(key, made);
  return made;
}

function write(instant: Instant, { locale, timeZone }: Writing, kind: keyof typeof writings): string {
  // Some locales put a narrow no-break space before AM and PM, which not every font has.
  return format(locale, timeZone, kind)
    .format(new Date(instant))
    .replaceAll(/[\u202f\u00a0]/g, ' ');
}

/** `Tue 24 Nov`, `Di., 24. Nov.` */
export function dayText(instant: Instant, reader: Writing): string {
  return write(instant, reader, 'day');
}

/** `14:00`, `2:00 PM` */
export function clockText(instant: Instant, reader: Writing): string {
  return write(instant, reader, reader.hourCycle);
}

/** `Tue 24 Nov, 14:00–14:45`, `Di., 24. Nov., 14:00–14:45 Uhr`; the end's day where it is another one. */
export function slotText(slot: Slot, reader: Reader): string {
  return rangeText(slot, reader, 'day');
}

/** The same with the whole date, where there is room: `Tuesday, 24 November 2026, 14:00–14:45`. */
export function longSlotText(slot: Slot, reader: Reader): string {
  return rangeText(slot, reader, 'longDay');
}

function rangeText({ start, end }: Slot, reader: Reader, dayKind: 'day' | 'longDay'): string {
  const { times } = reader.words;
  const day = write(start, reader, dayKind);
  const endDay = write(end, reader, dayKind);
  const from = clockText(start, reader);
  const to = clockText(end, reader);
  const text = endDay === day ? `${day}, ${spanText(from, to)}` : `${day}, ${from} – ${endDay}, ${to}`;
  return times.clock(text, reader.hourCycle);
}

const dayPeriod = /\s[ap]\.?m\.?$/i;

/** `14:00–14:45`, `2:00–2:45 PM`, `11:30 AM–12:15 PM` */
function spanText(from: string, to: string): string {
  const isSameHalf = dayPeriod.exec(from)?.[0] === dayPeriod.exec(to)?.[0];
  return `${isSameHalf ? from.replace(dayPeriod, '') : from}–${to}`;
}

/** The hours from one instant to another, wherever the days are said already. */
export function hoursText({ start, end }: Slot, reader: Writing): string {
  return spanText(clockText(start, reader), clockText(end, reader));
}

/** `Tue 24 Nov, 14:00` */
export function momentText(instant: Instant, reader: Reader): string {
  const text = `${dayText(instant, reader)}, ${clockText(instant, reader)}`;
  return reader.words.times.clock(text, reader.hourCycle);
}

/** The same with the whole date. */
export function longMomentText(instant: Instant, reader: Reader): string {
  const text = `${write(instant, reader, 'longDay')}, ${clockText(instant, reader)}`;
  return reader.words.times.clock(text, reader.hourCycle);
}

/** `45 minutes`, `1 hour`, `1 h 30 min`. */
export function durationText(minutes: number, { words }: Pick<Reader, 'words'>): string {
  return words.times.duration(Math.floor(minutes / 60), minutes % 60);
}

/** `Berlin time`, `Berliner Zeit`: words that need no table of abbreviations. */
export function zoneText(timeZone: TimeZone, { words, locale }: Pick<Reader, 'words' | 'locale'>): string {
  const city = cityOf(timeZone);
  return city === undefined ? plainZone(timeZone, locale) : words.times.zoneOf(city);
}

/** `Berlin`, where the reader sees what the clock shows there. */
export function placeText(timeZone: TimeZone, { words, locale }: Pick<Reader, 'words' | 'locale'>): string {
  const city = cityOf(timeZone);
  return city === undefined ? plainZone(timeZone, locale) : words.times.city(city);
}

/** The city of an IANA name (tz database: `Area/Location`); `Etc` and old abbreviations have none. */
function cityOf(timeZone: TimeZone): string | undefined {
  const [area, ...rest] = timeZone.split('/');
  const city = rest.at(-1);
  return area === 'Etc' || city === undefined ? undefined : city.replaceAll('_', ' ');
}

/** `UTC`, `UTC+5` (tz database: the sign of `Etc/GMT-5` is turned round), or the name that `Intl` has for it. */
function plainZone(timeZone: TimeZone, locale: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(timeZone) ?? [];
  if (sign !== undefined && hours !== undefined) return `UTC${sign === '-' ? '+' : '−'}${hours}`;
  if (/^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich)/.test(timeZone)) return 'UTC';
  const parts = format(locale, timeZone, 'zone').formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
}

/** The calendar date there, `YYYY-MM-DD`, for date inputs. */
export function localDate(instant: Instant, timeZone: TimeZone): string {
  return write(instant, { timeZone, locale: 'en-CA', hourCycle: 'h23' }, 'date');
}

/** The time of day there, `HH:MM` of 24 hours, for time inputs. */
export function localTime(instant: Instant, timeZone: TimeZone): string {
  return clockText(instant, { timeZone, locale: 'en-GB', hourCycle: 'h23' });
}
