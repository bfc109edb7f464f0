import type { DateSense, DurationSense, MomentSense, Reference } from './sense.ts';
import { addBusinessDays, isWholeDays, shiftDay } from './units.ts';

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
