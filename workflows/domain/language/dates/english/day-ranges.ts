import type { Day } from '../civil.ts';
import { addMonths } from '../civil.ts';
import { nextMonthDay } from '../month-days.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { DateSense, PeriodSense, Reference } from '../sense.ts';

function between(start: Day, end: Day, through: Day): PeriodSense {
  return { kind: 'period', start, end, through, grain: 'day' };
}

/** "Mon to Wed": the second day is the next such day after the first; the year goes on over New Year. */
function dateToDate(a: DateSense, b: DateSense): PeriodSense | undefined {
  if (a.impossible === true || b.impossible === true) return undefined;
  let end = b.day;
  if (end < a.day && (b.form === 'weekday' || b.form === 'weekdayOfWeek')) {
    end += 7 * Math.ceil((a.day - end) / 7);
  }
  let start = a.day;
  if (end < start && b.form === 'monthDay') end = addMonths(end, 12);
  if (end < start && a.form === 'monthDay') start = addMonths(start, -12);
  return end < start ? undefined : between(start, end, end);
}

function inMonth(reference: Reference, month: number, first: number, last: number): PeriodSense | undefined {
  const start = nextMonthDay(reference, month, first);
  if (start === undefined || last < first) return undefined;
  const end = start + last - first;
  return between(start, end, end);
}

function periodToPeriod(a: PeriodSense, b: PeriodSense): PeriodSense | undefined {
  if (a.start === undefined || b.start === undefined || b.end === undefined) return undefined;
  if (a.bound !== undefined || b.bound !== undefined) return undefined;
  let shift = 0;
  if (b.start < a.start && b.yearless === true) shift = 12;
  const start = a.start;
  const end = addMonths(b.start, shift);
  if (end <= start) return undefined;
  return between(start, end, addMonths(b.end, shift) - 1);
}

/** Days from one to another: "Mon-Wed", "from August to October", "between the 9th and 17th of April". */
export const englishDayRanges: readonly DateRule[] = [
  row('<date> to|till|til|until|through|thru|-|~ <date>', (_, a, b) => dateToDate(a, b)),
  row('from <date> to|till|til|until|through|thru|-|~ <date>', (_, a, b) => dateToDate(a, b)),
  row('between <date> and|&|-|~ <date>', (_, a, b) => dateToDate(a, b)),
  row('<period> to|till|til|until|through|thru|-|~ <period>', (_, a, b) => periodToPeriod(a, b)),
  row('from <period> to|till|til|until|through|thru|-|~ <period>', (_, a, b) => periodToPeriod(a, b)),
  row('between <period> and|&|-|~|through <period>', (_, a, b) => periodToPeriod(a, b)),
  row('<month> <number> - <number>', (r, m, a, b) => inMonth(r, m.value, a.value, b.value)),
  row('<month> <number> to|through|till|until <number>', (r, m, a, b) =>
    inMonth(r, m.value, a.value, b.value),
  ),
  row('from? <month> the? <ordinal> to|through|till|until|- the? <ordinal>', (r, m, a, b) =>
    inMonth(r, m.value, a.value, b.value),
  ),
  row('<number> to|-|through|till|until <number> of? <month>', (r, a, b, m) =>
    inMonth(r, m.value, a.value, b.value),
  ),
  row('between|from <number> and|to|-|through <number> of? <month>', (r, a, b, m) =>
    inMonth(r, m.value, a.value, b.value),
  ),
  row('between|from the? <ordinal> and|to|-|through the? <ordinal> of? <month>', (r, a, b, m) =>
    inMonth(r, m.value, a.value, b.value),
  ),
];
