import { mondayOf } from '../civil.ts';
import { weekdayOfWeek } from '../days.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { isWholeDays, shiftDay } from '../units.ts';
import { open, ofDate, ofPeriod, ofPortion } from '../bounds.ts';

/** "before Friday", "by the end of June", "from Tuesday on". */
export const englishBounds: readonly DateRule[] = [
  row('> =? <period>', ofPeriod('since')),
  row('before|prior <date>', ofDate('before')),
  row('b 4 <date>', ofDate('before')),
  row('prior to the? <date>', ofDate('before')),
  row('prior to the? <period>', ofPeriod('before')),
  row('earlier|sooner than the? <date>', ofDate('before')),
  row('earlier|sooner than the? <period>', ofPeriod('before')),
  row('as late as <date>', ofDate('by')),
  row('as late as the? <period>', ofPeriod('by')),
  row('on or|and before <date>', ofDate('by')),
  row('on or|and after <date>', ofDate('since')),
  row('in or|and before <period>', ofPeriod('by')),
  row('in or|and after <period>', ofPeriod('since')),
  row('before|prior the? <period>', ofPeriod('before')),
  row('by|until|till|til <date>', ofDate('by')),
  row('by|until|till|til the? <period>', ofPeriod('by')),
  row('by|until|till|til the? <period>', ofPortion('by')),
  row('through the? <period>', ofPortion('by')),
  row('through <date>', ofDate('by')),
  row('<date> onward|onwards', ofDate('since')),
  row('<period> onward|onwards', ofPeriod('since')),
  row('since the? <period>', ofPortion('since')),
  row('as early as <period>', ofPeriod('since')),
  row('as early as <date>', ofDate('since')),
  row('no|not later than <date>', ofDate('by')),
  row('after|past <date>', ofDate('after')),
  row('after|past the? <period>', ofPeriod('after')),
  row('after <weekday> <shift> week', (r, w, s) => {
    const { day } = weekdayOfWeek(mondayOf(r.day), s.value, w.value);
    return { kind: 'period', grain: 'day', start: day + 1, end: mondayOf(day) + 7 };
  }),
  row('later than <date>', ofDate('after')),
  row('later than <period>', ofPeriod('after')),
  row('since <date>', ofDate('since')),
  row('since the? <period>', ofPeriod('since')),
  row('from <date> on|onward|onwards', ofDate('since')),
  row('from <period> on|onward|onwards', ofPeriod('since')),
  row('starting|beginning on|in|from? <date>', ofDate('since')),
  row('starting|beginning on|in|from? the? <period>', ofPeriod('since')),
  row('<date> or|and later|onwards', ofDate('since')),
  row('<period> or|and later|onwards', ofPeriod('since')),
  row('more than <duration> before|earlier than? <date>', (_, d, date) =>
    isWholeDays(d) ? { ...open, end: shiftDay(date.day, d, -1), bound: 'before' } : undefined,
  ),
  row('less than <duration> after <date>', (_, d, date) =>
    isWholeDays(d) ? { ...open, start: date.day, end: shiftDay(date.day, d, 1) } : undefined,
  ),
  row('not|no before|earlier|sooner than? <date>', ofDate('since')),
  row('not|no before|earlier|sooner than? <period>', ofPeriod('since')),
  row('not|no after <date>', ofDate('by')),
  row('not|no after the? <period>', ofPeriod('by')),
];
