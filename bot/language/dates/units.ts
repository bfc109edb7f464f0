import type { Day } from './civil.ts';
import { addMonths, civilOf, dayOf, mondayOf, monthStart, weekdayOf } from './civil.ts';
import type { DurationSense, PeriodSense, Unit } from './sense.ts';

/** What one of a unit counts, in calendar months, days and seconds. */
const sizes: Readonly<Record<Unit, { months: number; days: number; seconds: number }>> = {
  second: { months: 0, days: 0, seconds: 1 },
  minute: { months: 0, days: 0, seconds: 60 },
  hour: { months: 0, days: 0, seconds: 3600 },
  day: { months: 0, days: 1, seconds: 0 },
  night: { months: 0, days: 1, seconds: 0 },
  businessDay: { months: 0, days: 1, seconds: 0 },
  week: { months: 0, days: 7, seconds: 0 },
  fortnight: { months: 0, days: 14, seconds: 0 },
  weekend: { months: 0, days: 2, seconds: 0 },
  month: { months: 1, days: 0, seconds: 0 },
  quarter: { months: 3, days: 0, seconds: 0 },
  year: { months: 12, days: 0, seconds: 0 },
  decade: { months: 120, days: 0, seconds: 0 },
  century: { months: 1200, days: 0, seconds: 0 },
};

export function durationOf(count: number, unit: Unit, counted = true): DurationSense {
  const { months, days, seconds } = sizes[unit];
  const whole = Number.isInteger(count) || seconds > 0;
  if (whole) {
    return {
      kind: 'duration',
      months: months * count,
      days: days * count,
      seconds: seconds * count,
      unit,
      count,
      counted,
    };
  }
  // A fraction of a calendar unit counts in days of 30 and 365.
  const asDays = months === 12 ? 365 : months * 30 + days;
  return { kind: 'duration', months: 0, days: 0, seconds: asDays * count * 86_400, unit, count, counted };
}

export function addDurations(a: DurationSense, b: DurationSense): DurationSense {
  return {
    ...a,
    months: a.months + b.months,
    days: a.days + b.days,
    seconds: a.seconds + b.seconds,
    unit: b.seconds > 0 ? b.unit : a.unit,
  };
}

/** In seconds; a month counts 30 days, a year 365. */
export function secondsOf({ months, days, seconds }: DurationSense): number {
  const years = Math.trunc(months / 12);
  return (years * 365 + (months - years * 12) * 30 + days) * 86_400 + seconds;
}

export function isWholeDays(duration: DurationSense): boolean {
  return duration.seconds === 0;
}

/** The years 1 to 9999, which ISO 8601 writes with four digits. */
const firstDay = dayOf(1, 1, 1);
const lastDay = dayOf(9999, 12, 31);

export function shiftDay(day: Day, duration: DurationSense, sign: 1 | -1): Day {
  const to = addMonths(day, duration.months * sign) + duration.days * sign;
  return Math.max(firstDay, Math.min(lastDay, to));
}

export function isSubday(unit: Unit): boolean {
  return unit === 'second' || unit === 'minute' || unit === 'hour';
}

/** The calendar's own unit that holds the day, moved by whole units: week 1 from now is the next week. */
export function unitAround(day: Day, unit: Unit, by: number): PeriodSense {
  const { year, month } = civilOf(day);
  const between = (start: Day, end: Day): PeriodSense => ({ kind: 'period', start, end, grain: unit });
  switch (unit) {
    case 'week':
      return between(mondayOf(day) + 7 * by, mondayOf(day) + 7 * (by + 1));
    case 'fortnight':
      return between(mondayOf(day) + 14 * by, mondayOf(day) + 14 * (by + 1));
    case 'weekend':
      return between(mondayOf(day) + 7 * by + 5, mondayOf(day) + 7 * (by + 1));
    case 'month':
      return between(monthStart(year, month + by), monthStart(year, month + by + 1));
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1;
      return between(monthStart(year, first + 3 * by), monthStart(year, first + 3 * (by + 1)));
    }
    case 'year':
      return between(dayOf(year + by, 1, 1), dayOf(year + by + 1, 1, 1));
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + 10 * by;
      return between(dayOf(first, 1, 1), dayOf(first + 10, 1, 1));
    }
    case 'century': {
      const first = Math.floor(year / 100) * 100 + 100 * by;
      return between(dayOf(first, 1, 1), dayOf(first + 100, 1, 1));
    }
    case 'second':
    case 'minute':
    case 'hour':
    case 'day':
    case 'night':
    case 'businessDay':
      return between(day + by, day + by + 1);
  }
}

/** Ten years of them. */
const mostBusinessDays = 2610;

/** The day that is `count` working days (Monday to Friday) after or before. */
export function addBusinessDays(day: Day, count: number): Day {
  let at = day;
  const step = count < 0 ? -1 : 1;
  for (let left = Math.min(Math.abs(count), mostBusinessDays); left > 0;) {
    at += step;
    if (weekdayOf(at) < 5) left -= 1;
  }
  return at;
}
