import type { Instant, Slot, TimeZone } from '../../workflows/domain/time/slot.ts';

/** How somebody reads times: their zone, and the locale for writing dates. */
export interface ZonedReader {
  readonly timeZone: TimeZone;
  readonly locale: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const writings = {
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  time: { hour: 'numeric', minute: '2-digit' },
  date: { year: 'numeric', month: '2-digit', day: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Making a format costs about 50 µs, so each is made once. */
function format(reader: ZonedReader, kind: keyof typeof writings): Intl.DateTimeFormat {
  const key = `${reader.locale} ${reader.timeZone} ${kind}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(reader.locale, { timeZone: reader.timeZone, ...writings[kind] });
  if (formats.size > 500) formats.clear();
  formats.set(key, made);
  return made;
}

function write(instant: Instant, reader: ZonedReader, kind: keyof typeof writings): string {
  // Some locales put a narrow no-break space before AM and PM, which not every font has.
  return format(reader, kind)
    .format(new Date(instant))
    .replaceAll(/[\u202f\u00a0]/g, ' ');
}

/** `Tue, 24 Nov` */
export function dayOf(instant: Instant, reader: ZonedReader): string {
  return write(instant, reader, 'day');
}

/** `14:00` */
export function timeOf(instant: Instant, reader: ZonedReader): string {
  return write(instant, reader, 'time');
}

/** `Tue, 24 Nov, 14:00–14:45`; the end's day where it is another one. */
export function slotText(slot: Slot, reader: ZonedReader): string {
  const day = dayOf(slot.start, reader);
  const endDay = dayOf(slot.end, reader);
  const end = timeOf(slot.end, reader);
  return `${day}, ${timeOf(slot.start, reader)}–${endDay === day ? end : `${endDay}, ${end}`}`;
}

/** `Tue, 24 Nov, 14:00` */
export function momentText(instant: Instant, reader: ZonedReader): string {
  return `${dayOf(instant, reader)}, ${timeOf(instant, reader)}`;
}

/** `Berlin time`, in words that need no table of abbreviations. */
export function zoneName(timeZone: TimeZone): string {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return 'UTC';
  const city = timeZone.split('/').at(-1) ?? timeZone;
  return `${city.replaceAll('_', ' ')} time`;
}

/** The calendar date there, `YYYY-MM-DD`, for date inputs. */
export function localDate(instant: Instant, timeZone: TimeZone): string {
  return write(instant, { timeZone, locale: 'en-CA' }, 'date');
}

/** The time of day there, `HH:MM` of 24 hours, for time inputs. */
export function localTime(instant: Instant, timeZone: TimeZone): string {
  return write(instant, { timeZone, locale: 'en-GB' }, 'clock');
}

/** `45 minutes`, `1 hour`, `1 h 30 min`. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} minutes`;
  if (rest === 0) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${hours} h ${rest} min`;
}
