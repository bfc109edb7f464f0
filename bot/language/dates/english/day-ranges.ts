import { civilOf } from '../civil.ts';
import { nextMonthDay } from '../month-days.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { ofDate, ofPeriod, ofNow, between, inMonth } from '../day-ranges.ts';

const sides: readonly DateRule[] = [
  row('<date> to|till|til|until|through|thru|-|~ the? <date>', (r, a, b) => between(r, ofDate(a), ofDate(b))),
  row('from <date> to|till|til|until|through|thru|-|~ the? <date>', (r, a, b) =>
    between(r, ofDate(a), ofDate(b)),
  ),
  row('between <date> and|&|-|~|to|till|until|through|thru the? <date>', (r, a, b) =>
    between(r, ofDate(a), ofDate(b)),
  ),
  row('<period> to|till|til|until|through|thru|-|~ the? <period>', (r, a, b) =>
    between(r, ofPeriod(a), ofPeriod(b)),
  ),
  row('in <period> through the? <period>', (r, a, b) => between(r, ofPeriod(a), ofPeriod(b))),
  row('from the? <period> to|till|til|until|through|thru|-|~ the? <period>', (r, a, b) =>
    between(r, ofPeriod(a), ofPeriod(b)),
  ),
  row('between the? <period> and|&|-|~|through|to the? <period>', (r, a, b) =>
    between(r, ofPeriod(a), ofPeriod(b)),
  ),
  row('from? <period> to|till|til|until|through|thru|- <date>', (r, a, b) =>
    between(r, ofPeriod(a), ofDate(b)),
  ),
  row('between the? <period> and <date>', (r, a, b) => between(r, ofPeriod(a), ofDate(b))),
  row('from <date> to|till|til|until|through|thru|- the? <period>', (r, a, b) =>
    between(r, ofDate(a), ofPeriod(b)),
  ),
  row('between <date> and the? <period>', (r, a, b) => between(r, ofDate(a), ofPeriod(b))),
  row('between the? <period> and <moment>', (r, a, b) => between(r, ofPeriod(a), ofNow(b))),
  row('from the? <period> to|till|until <moment>', (r, a, b) => between(r, ofPeriod(a), ofNow(b))),
  row('between <moment> and <date>', (r, a, b) => between(r, ofNow(a), ofDate(b))),
  row('from <moment> to|till|until|through <date>', (r, a, b) => between(r, ofNow(a), ofDate(b))),
  row('between <moment> and the? <period>', (r, a, b) => between(r, ofNow(a), ofPeriod(b))),
  row('from <moment> to|till|until|through the? <period>', (r, a, b) => between(r, ofNow(a), ofPeriod(b))),
  row('from? the <ordinal> to|till|until|through|- <date>', (r, a, b) => {
    if (b.form !== 'monthDay' || b.dayOfMonth === undefined) return undefined;
    if (b.month !== undefined && a.value < b.dayOfMonth) return inMonth(r, b.month, a.value, b.dayOfMonth);
    const start = nextMonthDay(r, civilOf(r.day).month, a.value);
    return start === undefined
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
  row('from? the? <ordinal> to|-|through|until the? <ordinal> of? <month> ,? <year>', (r, a, b, m, y) =>
    inMonth(r, m.value, a.value, b.value, y.value),
  ),
  row('the? <ordinal> to|-|through the? <ordinal> of? <month>', (r, a, b, m) =>
    inMonth(r, m.value, a.value, b.value),
  ),
];

/** Days from one to another: "Mon-Wed", "from August to October", "between the 9th and 17th of April". */
export const englishDayRanges: readonly DateRule[] = [...inMonths, ...sides];
