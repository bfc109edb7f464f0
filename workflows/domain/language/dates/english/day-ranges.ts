import type { Day } from '../civil.ts';
import { addMonths, civilOf, dayOf, isDate } from '../civil.ts';
import { nextMonthDay } from '../month-days.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { DateSense, MomentSense, PeriodSense, Reference } from '../sense.ts';
import { edgeDay } from './portions.ts';

/** One side of a range of days: where it begins or ends, and its last day when it ends the range. */
interface Side {
  readonly day: Day;
  readonly last: Day;
  /** Named without a year, so that a year can be moved. */
  readonly yearless: boolean;
  /** Named without a week. */
  readonly weekly: boolean;
}

function ofDate(date: DateSense): Side | undefined {
  if (date.impossible === true) return undefined;
  const yearless = date.form === 'monthDay' || date.form === 'dayOfMonth';
  const weekly = date.form === 'weekday' || date.form === 'weekdayOfWeek';
  return { day: date.day, last: date.day, yearless, weekly };
}

function ofPeriod(period: PeriodSense): Side | undefined {
  const { start, end, bound } = period;
  if (start === undefined || end === undefined || bound !== undefined) return undefined;
  if (period.grain === 'day' && period.portion === undefined) return undefined;
  const day = edgeDay(period) ?? start;
  const last = period.portion === undefined ? end - 1 : Math.max(day, end) - 1;
  return { day, last, yearless: period.yearless === true, weekly: false };
}

function ofNow(moment: MomentSense): Side | undefined {
  return moment.now === true
    ? { day: moment.day, last: moment.day, yearless: false, weekly: false }
    : undefined;
}

/** The next such range that is not over; a side without a year takes it from the other side or from today. */
function between(reference: Reference, a: Side | undefined, b: Side | undefined): PeriodSense | undefined {
  if (a === undefined || b === undefined) return undefined;
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

function inMonth(
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

const sides: readonly DateRule[] = [
  row('<date> to|till|til|until|through|thru|-|~ the? <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('from <date> to|till|til|until|through|thru|-|~ the? <date>', (r, a, b) =>
    between(r, ofDate(a), ofDate(b)),
  ),
  row('between <date> and|&|-|~|to <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('<period> to|till|til|until|through|thru|-|~ <period>', (r, a, b) =>
    between(r, ofPeriod(a), ofPeriod(b)),
  ),
  row('in <period> through <period>', (r, a, b) => between(r, ofPeriod(a), ofPeriod(b))),
  row('from <period> to|till|til|until|through|thru|-|~ <period>', (r, a, b) =>
    between(r, ofPeriod(a), ofPeriod(b)),
  ),
  row('between <period> and|&|-|~|through|to <period>', (r, a, b) => between(r, ofPeriod(a), ofPeriod(b))),
  row('from? <period> to|till|til|until|through|thru|- <date>', (r, a, b) =>
    between(r, ofPeriod(a), ofDate(b)),
  ),
  row('between <period> and <date>', (r, a, b) => between(r, ofPeriod(a), ofDate(b))),
  row('from <date> to|till|til|until|through|thru|- <period>', (r, a, b) =>
    between(r, ofDate(a), ofPeriod(b)),
  ),
  row('between <date> and <period>', (r, a, b) => between(r, ofDate(a), ofPeriod(b))),
  row('between <period> and <moment>', (r, a, b) => between(r, ofPeriod(a), ofNow(b))),
  row('from <period> to|till|until <moment>', (r, a, b) => between(r, ofPeriod(a), ofNow(b))),
  row('between <moment> and <date>', (r, a, b) => between(r, ofNow(a), ofDate(b))),
  row('from <moment> to|till|until|through <date>', (r, a, b) => between(r, ofNow(a), ofDate(b))),
  row('between <moment> and <period>', (r, a, b) => between(r, ofNow(a), ofPeriod(b))),
  row('from <moment> to|till|until|through <period>', (r, a, b) => between(r, ofNow(a), ofPeriod(b))),
  row('from? the <ordinal> to|till|until|through|- <date>', (r, a, b) => {
    const start = nextMonthDay(r, civilOf(r.day).month, a.value);
    return start === undefined || b.form !== 'monthDay'
      ? undefined
      : between(r, { day: start, last: start, yearless: false, weekly: false }, ofDate(b));
  }),
];

const inMonths: readonly DateRule[] = [
  row('<month> <number> -|to|through|thru|till|until <number>', (r, m, a, b) =>
    inMonth(r, m.value, a.value, b.value),
  ),
  row('<month> <number> -|to|through <number> ,? <year>', (r, m, a, b, y) =>
    inMonth(r, m.value, a.value, b.value, y.value),
  ),
  row('from? <month> the? <ordinal> to|through|thru|till|until|- the? <ordinal>', (r, m, a, b) =>
    inMonth(r, m.value, a.value, b.value),
  ),
  row('<number> to|-|through|till|until <number> of? <month>', (r, a, b, m) =>
    inMonth(r, m.value, a.value, b.value),
  ),
  row('<number> to|-|through|till|until <number> of? <month> <year>', (r, a, b, m, y) =>
    inMonth(r, m.value, a.value, b.value, y.value),
  ),
  row('between|from <number> and|to|-|through <number> of? <month>', (r, a, b, m) =>
    inMonth(r, m.value, a.value, b.value),
  ),
  row('between|from the? <ordinal> and|to|-|through the? <ordinal> of? <month>', (r, a, b, m) =>
    inMonth(r, m.value, a.value, b.value),
  ),
  row('the? <ordinal> to|-|through the? <ordinal> of? <month>', (r, a, b, m) =>
    inMonth(r, m.value, a.value, b.value),
  ),
];

/** Days from one to another: "Mon-Wed", "from August to October", "between the 9th and 17th of April". */
export const englishDayRanges: readonly DateRule[] = [...inMonths, ...sides];
