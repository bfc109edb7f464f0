import type { Day } from './civil.ts';
import type {
  HoursSense,
  DurationSense,
  LocalPoint,
  MomentSense,
  PeriodSense,
  Reference,
  StretchSense,
} from './sense.ts';
import { addBusinessDays, isWholeDays, shiftDay } from './units.ts';

const daySeconds = 86_400;

function shift(point: LocalPoint, duration: DurationSense, sign: 1 | -1): LocalPoint {
  const total = shiftDay(point.day, duration, sign) * daySeconds + point.seconds + sign * duration.seconds;
  const day = Math.floor(total / daySeconds);
  return { day, seconds: total - day * daySeconds };
}

const nowOf = (r: Reference): LocalPoint => ({ day: r.day, seconds: r.seconds });

export function ahead(r: Reference, duration: DurationSense): StretchSense | PeriodSense | undefined {
  if (duration.comparison !== undefined || !duration.counted) return undefined;
  if (isWholeDays(duration)) {
    const working = duration.unit === 'businessDay';
    const last = working ? addBusinessDays(r.day, duration.days) : shiftDay(r.day, duration, 1);
    return {
      kind: 'period',
      start: r.day,
      end: last,
      through: last,
      grain: 'day',
    };
  }
  return { kind: 'stretch', start: nowOf(r), end: shift(nowOf(r), duration, 1) };
}

export function behind(r: Reference, duration: DurationSense): StretchSense | PeriodSense | undefined {
  if (duration.comparison !== undefined || !duration.counted) return undefined;
  if (isWholeDays(duration)) {
    return {
      kind: 'period',
      start: shiftDay(r.day, duration, -1),
      end: r.day,
      grain: duration.unit,
      relative: true,
    };
  }
  return { kind: 'stretch', start: shift(nowOf(r), duration, -1), end: nowOf(r) };
}

export function daysFrom(day: number, duration: DurationSense): PeriodSense | undefined {
  if (!isWholeDays(duration) || duration.comparison !== undefined || duration.days + duration.months === 0)
    return undefined;
  const end = shiftDay(day, duration, 1);
  return { kind: 'period', start: day, end, grain: 'day' };
}

export function across(
  a: LocalPoint & { ambiguous?: boolean },
  b: LocalPoint & { ambiguous?: boolean },
): StretchSense | undefined {
  const noon = daySeconds / 2;
  const start = { day: a.day, seconds: a.seconds };
  let end = { day: b.day, seconds: b.seconds };
  const isAfter = end.day > start.day || (end.day === start.day && end.seconds > start.seconds);
  if (!isAfter && b.ambiguous === true) end = { ...end, seconds: end.seconds + noon };
  if (end.day < start.day || (end.day === start.day && end.seconds <= start.seconds)) return undefined;
  return { kind: 'stretch', start, end };
}

/** "between 2:00 tomorrow and 4:00": the second time is of the same day. */
export function acrossTo(
  a: MomentSense,
  b: { seconds: number; ambiguous: boolean },
): StretchSense | undefined {
  if (a.now === true) return across(a, { day: a.day, ...b, ambiguous: b.ambiguous });
  const from = { seconds: a.seconds, ambiguous: a.ambiguous };
  const to = { seconds: b.seconds, ambiguous: b.ambiguous };
  return { kind: 'stretch', day: a.day, hours: { kind: 'hours', from, to, joint: 'between' } };
}

export function half(day: number, edge: 'early' | 'late'): StretchSense {
  const noon = { seconds: daySeconds / 2, ambiguous: false };
  return {
    kind: 'stretch',
    day,
    hours: {
      kind: 'hours',
      ...(edge === 'early'
        ? { from: { seconds: 0, ambiguous: false }, to: noon }
        : { from: noon, to: { seconds: daySeconds, ambiguous: false } }),
      joint: 'between',
    },
  };
}

/** From now to the end of the day. */
export function restOfDay(r: Reference): StretchSense {
  return { kind: 'stretch', start: nowOf(r), end: { day: r.day, seconds: daySeconds - 1 } };
}

export function endOfDay(day: number): MomentSense {
  return { kind: 'moment', day, seconds: daySeconds - 1, ambiguous: false, endOfDay: true };
}

type DayStretch = Extract<StretchSense, { readonly day: Day }>;

/** "by Thursday noon", "after Thursday noon". */
export function openStretch(moment: MomentSense, open: 'until' | 'from'): DayStretch {
  const clock = { seconds: moment.seconds, ambiguous: moment.ambiguous };
  const hours: HoursSense =
    open === 'until'
      ? { kind: 'hours', to: clock, bound: 'before' }
      : { kind: 'hours', from: clock, bound: 'after' };
  return { kind: 'stretch', day: moment.day, hours, open };
}

/** "before noon tomorrow": tomorrow's hours until then. */
export function earlierThatDay(moment: MomentSense): StretchSense {
  const { open: _open, ...stretch } = openStretch(moment, 'until');
  return stretch;
}

/** "by Friday lunchtime": any time until then; a meal's time is its beginning. */
export function untilPart(stretch: StretchSense): StretchSense | undefined {
  if (!('day' in stretch) || stretch.open !== undefined || stretch.hoursFirst === true) return undefined;
  const { part, bound } = stretch.hours;
  if (part === undefined || bound !== undefined) return undefined;
  const isMeal = part === 'lunch' || part === 'dinner' || part === 'breakfast';
  const hours: HoursSense = isMeal ? { kind: 'hours', part, bound: 'by' } : { kind: 'hours', part };
  return { kind: 'stretch', day: stretch.day, hours, open: 'until' };
}
