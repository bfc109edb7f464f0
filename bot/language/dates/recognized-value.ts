import type { Day } from './civil.ts';
import { isoDate, isoTime } from './civil.ts';
import { recognizerParts } from './parts-of-day.ts';
import type { ClockTime, DatesSense, HoursSense, LocalPoint } from './sense.ts';
import { secondsOf } from './units.ts';

/** Local values: `2016-11-07`, `09:00:00`, `2016-11-07 09:00:00`, seconds for durations; an open side is absent. */
export type RecognizedValue =
  | { readonly type: 'date' | 'time' | 'datetime' | 'duration'; readonly value: string }
  | {
      readonly type: 'daterange' | 'timerange' | 'datetimerange';
      readonly from?: string;
      readonly to?: string;
    };

const daySeconds = 86_400;
const noon = 12 * 3600;

/** The value of an expression that stands for itself; words that are only parts have none. */
export function recognizedValue(sense: DatesSense): RecognizedValue | undefined {
  switch (sense.kind) {
    case 'date':
      return { type: 'date', value: sense.impossible === true ? 'not resolved' : isoDate(sense.day) };
    case 'time':
      return { type: 'time', value: isoTime(lastReading(sense)) };
    case 'moment':
      return {
        type: 'datetime',
        value:
          sense.impossible === true
            ? 'not resolved'
            : pointText({ day: sense.day, seconds: lastReading(sense) }),
      };
    case 'duration':
      return { type: 'duration', value: String(secondsOf(sense)) };
    case 'period':
      return sense.unresolved === true
        ? { type: 'daterange', from: 'not resolved' }
        : { type: 'daterange', ...sides(sense.start, sense.end, isoDate) };
    case 'hours': {
      const { from, to } = settle(sense);
      return { type: 'timerange', ...sides(from, to, (seconds) => isoTime(seconds % daySeconds)) };
    }
    case 'stretch': {
      if ('start' in sense) return { type: 'datetimerange', ...sides(sense.start, sense.end, pointText) };
      const { day, hours } = sense;
      const { from, to } = settle(hours);
      const [start, end] = [from, to].map((seconds) =>
        seconds === undefined ? undefined : { day, seconds },
      );
      return { type: 'datetimerange', ...sides(start, end, pointText) };
    }
    case 'hour':
    case 'hourRange':
    case 'clock':
    case 'dotted':
    case 'recurring':
    case 'number':
    case 'ordinal':
    case 'year':
    case 'shortYear':
    case 'month':
    case 'weekday':
    case 'weekdays':
    case 'unit':
    case 'shift':
    case 'part':
    case 'meridiem':
    case 'edge':
    case 'to':
      return undefined;
  }
}

function sides<Side>(
  start: Side | undefined,
  end: Side | undefined,
  write: (side: Side) => string,
): { from?: string; to?: string } {
  return {
    ...(start === undefined ? {} : { from: write(start) }),
    ...(end === undefined ? {} : { to: write(end) }),
  };
}

function pointText({ day, seconds }: LocalPoint): string {
  const whole: Day = day + Math.floor(seconds / daySeconds);
  return `${isoDate(whole)} ${isoTime(((seconds % daySeconds) + daySeconds) % daySeconds)}`;
}

/** Of two readings the later one; of twelve o'clock, midnight. */
function lastReading({ seconds, ambiguous }: ClockTime): number {
  return ambiguous && seconds >= 3600 ? seconds + noon : seconds;
}

interface Sides {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Seconds since midnight; past midnight they go on counting. */
function settle(hours: HoursSense): Sides {
  if (hours.part !== undefined) return ofPart(hours);
  const { from, to } = hours;
  if (from === undefined || to === undefined) {
    return {
      from: from === undefined ? undefined : lastReading(from),
      to: to === undefined ? undefined : lastReading(to),
    };
  }
  if (!from.ambiguous || !to.ambiguous) {
    const end = to.seconds < from.seconds ? to.seconds + daySeconds : to.seconds;
    return { from: from.seconds, to: end };
  }
  if (to.seconds > from.seconds) return { from: from.seconds + noon, to: to.seconds + noon };
  if (hours.bare === true) return { from: from.seconds + noon, to: to.seconds + daySeconds };
  return { from: from.seconds, to: to.seconds + noon };
}

function ofPart({ part, bound }: HoursSense): Sides {
  if (part === undefined) return { from: undefined, to: undefined };
  const [start, end] = recognizerParts[part].map((hour) => hour * 3600) as [number, number];
  const last = end === daySeconds ? end - 1 : end;
  if (bound === 'before' || bound === 'by') return { from: undefined, to: start };
  if (bound === 'after' || bound === 'since') return { from: last, to: undefined };
  return { from: start, to: last };
}
