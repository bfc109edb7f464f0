import type { Day } from '../civil.ts';
import { addMonths, civilOf, daysInMonth, monthStart } from '../civil.ts';
import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { PeriodSense, Reference, Unit } from '../sense.ts';
import { unitAround } from '../units.ts';

type Edge = 'early' | 'mid' | 'late' | 'firstHalf' | 'secondHalf';

interface Whole {
  readonly start: Day;
  readonly end: Day;
}

/** The part of a week, a month or a year; a month's middle is the 10th to the 20th. */
function portionOf({ start, end }: Whole, grain: Unit, edge: Edge): Whole {
  const first = edge === 'early' || edge === 'firstHalf';
  if (grain === 'week') {
    if (edge === 'mid') return { start: start + 1, end: start + 4 };
    return first ? { start, end: start + 3 } : { start: start + 3, end };
  }
  if (grain === 'month') {
    if (edge === 'mid') return { start: start + 9, end: start + 20 };
    return first ? { start, end: start + 15 } : { start: start + 15, end };
  }
  const months = grain === 'quarter' ? 3 : 12;
  const third = Math.floor(months / 3);
  if (edge === 'mid') return { start: addMonths(start, third), end: addMonths(start, 2 * third) };
  const half = addMonths(start, Math.floor(months / 2));
  return first ? { start, end: half } : { start: half, end };
}

/** The beginning and the end of a year are four months each. */
function edgeOf(whole: Whole, grain: Unit, edge: Edge): Whole {
  if (grain !== 'year' || (edge !== 'early' && edge !== 'late')) return portionOf(whole, grain, edge);
  return edge === 'early'
    ? { start: whole.start, end: addMonths(whole.start, 4) }
    : { start: addMonths(whole.start, 8), end: whole.end };
}

function portion(
  reference: Reference,
  period: PeriodSense,
  edge: Edge,
  atEdge: boolean,
): PeriodSense | undefined {
  const { start, end, grain } = period;
  if (start === undefined || end === undefined || period.bound !== undefined || period.portion !== undefined)
    return undefined;
  if (grain !== 'week' && grain !== 'month' && grain !== 'quarter' && grain !== 'year') return undefined;
  const whole = { start, end };
  const part = atEdge ? edgeOf(whole, grain, edge) : portionOf(whole, grain, edge);
  const running = edge === 'late' && !atEdge && start <= reference.day && reference.day < end;
  return {
    ...period,
    start: running ? Math.max(part.start, reference.day) : part.start,
    end: part.end,
    portion: edge,
    whole,
  };
}

const current = (r: Reference, unit: Unit): PeriodSense => unitAround(r.day, unit, 0);

function rest(reference: Reference, period: PeriodSense): PeriodSense | undefined {
  const { start, end } = period;
  if (start === undefined || end === undefined || start > reference.day || end <= reference.day)
    return undefined;
  return {
    ...period,
    start: reference.day,
    end: end - 1,
    through: end - 1,
    portion: 'rest',
    whole: { start, end },
  };
}

/** "early next week", "mid-November", "the end of the month", "first half of next week". */
export const englishPortions: readonly DateRule[] = [
  row('<edge> in? <period>', (r, e, p) => portion(r, p, e.value, false)),
  row('<edge> - <period>', (r, e, p) => portion(r, p, e.value, false)),
  row('later in? <period>', (r, p) => portion(r, p, 'late', false)),
  row('earlier in? <period>', (r, p) => portion(r, p, 'early', false)),
  row('the? end|close of <period>', (r, p) => portion(r, p, 'late', true)),
  row('the? beginning|start of <period>', (r, p) => portion(r, p, 'early', true)),
  row('the? middle of <period>', (r, p) => portion(r, p, 'mid', true)),
  row('the? first half of <period>', (r, p) => portion(r, p, 'firstHalf', false)),
  row('the? second|latter half of <period>', (r, p) => portion(r, p, 'secondHalf', false)),
  row('the? end of <unit>', (r, u) => portion(r, current(r, u.value), 'late', true)),
  row('the? beginning|start of <unit>', (r, u) => portion(r, current(r, u.value), 'early', true)),
  row('the? middle of <unit>', (r, u) => portion(r, current(r, u.value), 'mid', true)),
  row('<period> early|beginning', (r, p) => portion(r, p, 'early', false)),
  row('<period> late', (r, p) => portion(r, p, 'late', false)),
  row('mid -? week', (r) => portion(r, current(r, 'week'), 'mid', false)),
  row('eow', (r) => portion(r, current(r, 'week'), 'late', true)),
  row('eom', (r) => portion(r, current(r, 'month'), 'late', true)),
  row('rest|remaining|remainder of? <period>', (r, p) => rest(r, p)),
  row('before <period>', (_, p) => beforePortion(p)),
  row('after <period>', (_, p) => afterPortion(p)),
];

function beforePortion({ portion: edge, whole, start }: PeriodSense): PeriodSense | undefined {
  if (edge === undefined || whole === undefined || start === undefined) return undefined;
  return { kind: 'period', grain: 'day', bound: 'before', end: edge === 'late' ? whole.end : start };
}

function afterPortion({ portion: edge, whole, end }: PeriodSense): PeriodSense | undefined {
  if (edge === undefined || whole === undefined || end === undefined) return undefined;
  return { kind: 'period', grain: 'day', bound: 'after', start: edge === 'early' ? whole.start : end };
}

/** The day that a range begins or ends at: "from the end of March to the middle of September". */
export function edgeDay({ portion: edge, whole, start }: PeriodSense): Day | undefined {
  if (edge === undefined || whole === undefined || start === undefined) return undefined;
  if (edge === 'late' || edge === 'secondHalf') return whole.end;
  if (edge === 'early' || edge === 'firstHalf') return whole.start;
  const { year, month } = civilOf(whole.start);
  return whole.end - whole.start <= 31
    ? monthStart(year, month) + Math.floor(daysInMonth(year, month) / 2)
    : start;
}
