import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { portion, current, rest, beforePortion, afterPortion } from '../portions.ts';

/** "early next week", "mid-November", "the end of the month", "first half of next week". */
export const englishPortions: readonly DateRule[] = [
  row('<edge> in? <period>', (r, e, p) => portion(r, p, e.value, false)),
  row('<edge> - <period>', (r, e, p) => portion(r, p, e.value, false)),
  row('later in? <period>', (r, p) => portion(r, p, 'late', false)),
  row('earlier in? <period>', (r, p) => portion(r, p, 'early', false)),
  row('end|close of <period>', (r, p) => portion(r, p, 'late', true)),
  row('beginning|start of <period>', (r, p) => portion(r, p, 'early', true)),
  row('middle of <period>', (r, p) => portion(r, p, 'mid', true)),
  row('first half of <period>', (r, p) => portion(r, p, 'firstHalf', false)),
  row('second|latter half of <period>', (r, p) => portion(r, p, 'secondHalf', false)),
  row('end of <unit>', (r, u) => portion(r, current(r, u.value), 'late', true)),
  row('beginning|start of <unit>', (r, u) => portion(r, current(r, u.value), 'early', true)),
  row('middle of <unit>', (r, u) => portion(r, current(r, u.value), 'mid', true)),
  row('<period> early|beginning', (r, p) => portion(r, p, 'early', false)),
  row('<period> late', (r, p) => portion(r, p, 'late', false)),
  row('mid -? week', (r) => portion(r, current(r, 'week'), 'mid', false)),
  row('eow', (r) => portion(r, current(r, 'week'), 'late', true)),
  row('eom', (r) => portion(r, current(r, 'month'), 'late', true)),
  row('rest|remaining|remainder of? the? <period>', (r, p) => rest(r, p)),
  row('rest|remainder of my|your|our <unit>', (r, u) => rest(r, current(r, u.value))),
  row('before the? <period>', (_, p) => beforePortion(p)),
  row('after the? <period>', (_, p) => afterPortion(p)),
];
