import type { Day } from './civil.ts';
import { addMonths, civilOf, dayOf, isDate, monthStart } from './civil.ts';
import { nextMonthDay } from './month-days.ts';
import type { DateSense, MomentSense, PeriodSense, Reference } from './sense.ts';
import { edgeDay } from './portions.ts';

/** One side of a range of days: where it begins or ends, and its last day when it ends the range. */
export interface Side {
  readonly day: Day;
  readonly last: Day;
  /** Named without a year, so that a year can be moved. */
  readonly yearless: boolean;
  /** Named by the day of the month alone. */
  readonly dayOfMonth?: number;
  /** Named without a week. */
  readonly weekly: boolean;
}

export function ofDate(date: DateSense): Side | undefined {
  if (date.impossible === true) return undefined;
  const yearless = date.form === 'monthDay' || date.form === 'dayOfMonth';
  const weekly = date.form === 'weekday' || date.form === 'weekdayOfWeek';
  const monthless = date.form === 'dayOfMonth' ? { dayOfMonth: civilOf(date.day).dayOfMonth } : {};
  return { day: date.day, last: date.day, yearless, weekly, ...monthless };
}

export function ofPeriod(period: PeriodSense): Side | undefined {
  const { start, end, bound } = period;
  if (start === undefined || end === undefined || bound !== undefined) return undefined;
  if (period.grain === 'day' && period.portion === undefined) return undefined;
  const day = edgeDay(period) ?? start;
  const last = period.portion === undefined ? end - 1 : Math.max(day, end) - 1;
  return { day, last, yearless: period.yearless === true, weekly: false };
}

export function ofNow(moment: MomentSense): Side | undefined {
  return moment.now === true
    ? { day: moment.day, last: moment.day, yearless: false, weekly: false }
    : undefined;
}

/** The next such range that is not over; a side without a year takes it from the other side or from today. */
export function between(
  reference: Reference,
  a: Side | undefined,
  b: Side | undefined,
): PeriodSense | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.dayOfMonth !== undefined && !b.weekly) {
    const { year, month, dayOfMonth } = civilOf(b.day);
    const start = a.dayOfMonth < dayOfMonth ? monthStart(year, month) : monthStart(year, month - 1);
    const day = start + a.dayOfMonth - 1;
    return { kind: 'period', start: day, end: b.day, through: b.last, grain: 'day' };
  }
  let [start, end, through] = [a.day, b.day, b.last];
  const moveEnd = (to: Day): void => {
    through += to - end;
    end = to;
  };
  if (b.weekly && end < start) moveEnd(end + 7 * Math.ceil((start - end) / 7));
  if (a.yearless && !b.yearless) {
    while (start > end) start = addMonths(start, -12);
    while (addMonths(start, 12) <= end) start = addMonths(start, 12);
  } else if (b.yearless && end < start) {
    if (a.yearless && through >= reference.day) start = addMonths(start, -12);
    else moveEnd(addMonths(end, 12));
  } else if (
    a.yearless &&
    b.yearless &&
    addMonths(start, -12) <= reference.day &&
    reference.day <= addMonths(through, -12)
  ) {
    start = addMonths(start, -12);
    moveEnd(addMonths(end, -12));
  }
  return end < start ? undefined : { kind: 'period', start, end, through, grain: 'day' };
}

export function inMonth(
  reference: Reference,
  month: number,
  first: number,
  last: number,
  year?: number,
): PeriodSense | undefined {
  if (last <= first) return undefined;
  const start =
    year === undefined
      ? nextMonthDay(reference, month, first)
      : isDate(year, month, first)
        ? dayOf(year, month, first)
        : undefined;
  if (start === undefined || civilOf(start + last - first).month !== month) return undefined;
  return { kind: 'period', start, end: start + last - first, through: start + last - first, grain: 'day' };
}
