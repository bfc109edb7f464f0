import type { DateSense, DurationSense, MomentSense, Reference, TimeSense } from './sense.ts';
import { addBusinessDays, isSubday, isWholeDays, shiftDay } from './units.ts';

const daySeconds = 86_400;

export function fromToday(
  reference: Reference,
  duration: DurationSense,
  sign: 1 | -1,
): DateSense | MomentSense | undefined {
  if (duration.comparison !== undefined || !duration.counted) return undefined;
  if (isWholeDays(duration)) return fromDay(reference.day, duration, sign);
  const total =
    shiftDay(reference.day, duration, sign) * 86_400 + reference.seconds + duration.seconds * sign;
  const day = Math.floor(total / 86_400);
  return { kind: 'moment', day, seconds: total - day * 86_400, ambiguous: false };
}

export function fromDay(day: number, duration: DurationSense, sign: 1 | -1): DateSense | undefined {
  if (!isWholeDays(duration) || duration.comparison !== undefined || !duration.counted) return undefined;
  const to =
    duration.unit === 'businessDay'
      ? addBusinessDays(day, duration.days * sign)
      : shiftDay(day, duration, sign);
  const rough = duration.unit === 'week' || duration.unit === 'fortnight' || duration.unit === 'month';
  return { kind: 'date', day: to, form: 'relative', ...(rough ? { approximate: true } : {}) };
}

/** Minutes beside a clock are a moment; where they may be how long to meet, only few of them: "10 minutes before noon". */
function countsFrom(
  { minutesMayBeLength }: Reference,
  { unit, seconds, comparison }: DurationSense,
): boolean {
  if (!isSubday(unit) || comparison !== undefined) return false;
  return minutesMayBeLength !== true || seconds <= 600;
}

/** "ten minutes before noon". */
export function aside(r: Reference, time: TimeSense, d: DurationSense, sign: 1 | -1): TimeSense | undefined {
  if (!countsFrom(r, d) || time.approximate === true) return undefined;
  const seconds = (((time.seconds + sign * d.seconds) % daySeconds) + daySeconds) % daySeconds;
  return { kind: 'time', seconds, ambiguous: time.ambiguous };
}

/** "an hour after 8pm on Friday". */
export function asideOf(
  r: Reference,
  m: MomentSense,
  d: DurationSense,
  sign: 1 | -1,
): MomentSense | undefined {
  if (!countsFrom(r, d) || m.impossible === true || m.endOfDay === true || m.now === true) return undefined;
  const total = m.day * daySeconds + m.seconds + sign * d.seconds;
  const day = Math.floor(total / daySeconds);
  return { ...m, day, seconds: total - day * daySeconds };
}
