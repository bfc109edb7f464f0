import type { Day } from '../civil.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { Bound, DateSense, PeriodSense } from '../sense.ts';
import { isWholeDays, shiftDay } from '../units.ts';

const open = { kind: 'period', grain: 'day' } as const;

function boundOf(bound: Bound, first: Day, end: Day): PeriodSense {
  switch (bound) {
    case 'before':
      return { ...open, end: first, bound };
    case 'by':
      return { ...open, end: first, through: end - 1, bound };
    case 'after':
      return { ...open, start: first, startExcluded: end, bound };
    case 'since':
      return { ...open, start: first, bound };
  }
}

const ofDate = (bound: Bound) => (_: unknown, d: DateSense) =>
  d.impossible === true ? undefined : boundOf(bound, d.day, d.day + 1);

const ofPeriod = (bound: Bound) => (_: unknown, p: PeriodSense) => {
  const { start, end } = p;
  if (start === undefined || end === undefined || p.bound !== undefined || p.portion !== undefined)
    return undefined;
  return bound === 'after' ? { ...open, start: end, bound } : boundOf(bound, start, end);
};

/** "by the end of June" is by its last day; "since late July" from its first. */
const ofPortion = (bound: Bound) => (_: unknown, p: PeriodSense) => {
  const { start, end } = p;
  if (start === undefined || end === undefined || p.portion === undefined) return undefined;
  return bound === 'since' ? { ...open, start, bound } : { ...open, end, through: end - 1, bound };
};

/** "before Friday", "by the end of June", "from Tuesday on". */
export const englishBounds: readonly DateRule[] = [
  row('> =? <period>', ofPeriod('since')),
  row('before|prior <date>', ofDate('before')),
  row('before|prior <period>', ofPeriod('before')),
  row('by|until|till|til <date>', ofDate('by')),
  row('by|until|till|til <period>', ofPeriod('by')),
  row('by|until|till|til <period>', ofPortion('by')),
  row('since <period>', ofPortion('since')),
  row('as early as <period>', ofPeriod('since')),
  row('as early as <date>', ofDate('since')),
  row('no|not later than <date>', ofDate('by')),
  row('after|past <date>', ofDate('after')),
  row('after|past <period>', ofPeriod('after')),
  row('later than <period>', ofPeriod('after')),
  row('since <date>', ofDate('since')),
  row('since <period>', ofPeriod('since')),
  row('from <date> on|onward|onwards', ofDate('since')),
  row('from <period> on|onward|onwards', ofPeriod('since')),
  row('starting|beginning on|in|from? <date>', ofDate('since')),
  row('starting|beginning on|in|from? <period>', ofPeriod('since')),
  row('<date> or|and later|onwards', ofDate('since')),
  row('<period> or|and later|onwards', ofPeriod('since')),
  row('more than <duration> before|earlier than? <date>', (_, d, date) =>
    isWholeDays(d) ? { ...open, end: shiftDay(date.day, d, -1), bound: 'before' } : undefined,
  ),
  row('less than <duration> after <date>', (_, d, date) =>
    isWholeDays(d) ? { ...open, start: date.day, end: shiftDay(date.day, d, 1) } : undefined,
  ),
  row('not|no before|earlier than? <date>', ofDate('since')),
  row('not|no before|earlier than? <period>', ofPeriod('since')),
];
