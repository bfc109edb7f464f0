import type { DateSense, DurationSense, MomentSense, Reference } from '../sense.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { addBusinessDays, isWholeDays, shiftDay } from '../units.ts';

function fromToday(
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

function fromDay(day: number, duration: DurationSense, sign: 1 | -1): DateSense | undefined {
  if (!isWholeDays(duration) || duration.comparison !== undefined || !duration.counted) return undefined;
  const to =
    duration.unit === 'businessDay'
      ? addBusinessDays(day, duration.days * sign)
      : shiftDay(day, duration, sign);
  return { kind: 'date', day: to, form: 'relative' };
}

/** "in two weeks", "3 days from Tuesday", "5 minutes ago". */
export const englishCountedDays: readonly DateRule[] = [
  row("in <duration> ' time", (r, d) => fromToday(r, d, 1)),
  row("in <duration> ' s time", (r, d) => fromToday(r, d, 1)),
  row('in <duration>', (r, d) => fromToday(r, d, 1)),
  row('<duration> from|after now', (r, d) => fromToday(r, d, 1)),
  row('<duration> later|hence', (r, d) => fromToday(r, d, 1)),
  row('<duration> ago|earlier', (r, d) => fromToday(r, d, -1)),
  row('<duration> from|after|since <date>', (_, d, from) => fromDay(from.day, d, 1)),
  row('<duration> before <date>', (_, d, from) => fromDay(from.day, d, -1)),
  row('in <duration> from|since <date>', (_, d, from) => fromDay(from.day, d, 1)),
];
