import { inPart } from './parts-of-day.ts';
import type { DateSense, ClockTime, HoursSense, MomentSense, StretchSense } from './sense.ts';

export function moment(date: DateSense, clock: ClockTime): MomentSense {
  return {
    kind: 'moment',
    day: date.day,
    seconds: clock.seconds,
    ambiguous: clock.ambiguous,
    ...weekdayOf(date),
    ...(date.impossible === true ? { impossible: true } : {}),
  };
}

export function stretch(date: DateSense, hours: HoursSense): StretchSense | undefined {
  return date.impossible === true ? undefined : { kind: 'stretch', day: date.day, hours, ...weekdayOf(date) };
}

export function hoursFirst(sense: StretchSense | undefined): StretchSense | undefined {
  return sense === undefined ? undefined : { ...sense, hoursFirst: true };
}

function weekdayOf({ form, weekday }: DateSense): { weekday?: number } {
  return form === 'weekday' && weekday !== undefined ? { weekday } : {};
}

/** A time in a part of a day: "tomorrow evening at 7". */
export function timeOf(stretch: StretchSense, clock: ClockTime): MomentSense | undefined {
  if (!('day' in stretch)) return undefined;
  const { part, bound } = stretch.hours;
  if (part === undefined || bound !== undefined) return undefined;
  const { seconds, ambiguous } = inPart({ kind: 'hours', from: clock }, part).from ?? clock;
  return { kind: 'moment', day: stretch.day, seconds, ambiguous };
}
