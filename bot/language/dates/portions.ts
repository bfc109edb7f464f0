import type { Day } from './civil.ts';
import { addMonths, civilOf, daysInMonth, monthStart } from './civil.ts';
import type { PeriodSense, Reference, Unit } from './sense.ts';
import { unitAround } from './units.ts';

export type Edge = 'early' | 'mid' | 'late' | 'firstHalf' | 'secondHalf';

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

export function portion(
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

export const current = (r: Reference, unit: Unit): PeriodSense => unitAround(r.day, unit, 0);

export function rest(reference: Reference, period: PeriodSense): PeriodSense | undefined {
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

export function beforePortion({ portion: edge, whole, start }: PeriodSense): PeriodSense | undefined {
  if (edge === undefined || whole === undefined || start === undefined) return undefined;
  return { kind: 'period', grain: 'day', bound: 'before', end: edge === 'late' ? whole.end : start };
}

export function afterPortion({ portion: edge, whole, end }: PeriodSense): PeriodSense | undefined {
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
