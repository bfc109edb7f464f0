import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { DurationSense, Unit } from '../sense.ts';
import { addDurations, durationOf, isSubday } from '../units.ts';

const shortUnits: readonly DateRule[] = [
  // "0800h" is a clock.
  row('<number> h', (_, n) => (n.digits?.length === 4 ? undefined : durationOf(n.value, 'hour'))),
  row('<number> m|min', (_, n) => durationOf(n.value, 'minute')),
  row('<number> y', (_, n) => (n.digits === undefined ? undefined : durationOf(n.value, 'year'))),
  row('<number> h <number>', (_, n, m) =>
    m.value < 60 ? addDurations(durationOf(n.value, 'hour'), durationOf(m.value, 'minute')) : undefined,
  ),
];

/** "90'" */
function minutesSign({ value, digits }: { value: number; digits?: string }): DurationSense | undefined {
  return digits !== undefined && value >= 5 && value <= 240 ? durationOf(value, 'minute') : undefined;
}

/** "1 hr 15": minutes after hours need no unit. */
function withMinutes(hours: DurationSense, { value, digits }: { value: number; digits?: string }) {
  return hours.unit === 'hour' && digits?.length === 2 && value < 60 && Number.isInteger(hours.count)
    ? addDurations(hours, durationOf(value, 'minute'))
    : undefined;
}

/** "half a year"; half a day is counted in hours of work. */
function halfOf({ value, plural }: { value: Unit; plural?: boolean }): DurationSense | undefined {
  return plural === true || value === 'day' || value === 'night' || value === 'hour'
    ? undefined
    : durationOf(0.5, value);
}

/** "three quarters of an hour", "one and a half hours", "2h30", "a couple of days". */
export const englishDurations: readonly DateRule[] = [
  ...shortUnits,
  row("<number> '", (_, n) => minutesSign(n)),
  row('<duration> and? <number>', (_, d, n) => withMinutes(d, n)),
  row('half -? day', () => durationOf(4, 'hour')),
  row('a half -? day', () => durationOf(4, 'hour')),
  row('a|an|one half -? hour', () => durationOf(30, 'minute')),
  row('half a|an hour|hr', () => durationOf(30, 'minute')),
  row('half -? hour|hr', () => durationOf(30, 'minute')),
  row('half an? hour and a half', () => undefined),
  row('three quarters of an hour', () => durationOf(45, 'minute')),
  row('three quarter hour', () => durationOf(45, 'minute')),
  row('a? quarter of an hour', () => durationOf(15, 'minute')),
  row('a quarter hour', () => durationOf(15, 'minute')),
  row('half a|the day', () => durationOf(4, 'hour')),
  row('half a|an <unit>', (_, u) => halfOf(u)),
  row('a|an <unit> and a half', (_, u) => (u.plural === true ? undefined : durationOf(1.5, u.value))),
  row('a|an hour and a half', () => durationOf(90, 'minute')),
  row('an hour and a quarter', () => durationOf(75, 'minute')),
  row('<number> <unit> and a? half', (_, n, u) => durationOf(n.value + 0.5, u.value)),
  row('<number> <unit> and a quarter', (_, n, u) => durationOf(n.value + 0.25, u.value)),
  row('<number> and a half <unit>', (_, n, u) => durationOf(n.value + 0.5, u.value)),
  row('<number> - and - a - half <unit>', (_, n, u) => durationOf(n.value + 0.5, u.value)),
  row('<number> and a quarter <unit>', (_, n, u) => durationOf(n.value + 0.25, u.value)),
  row('<number> -? ish <unit>', (_, n, u) => durationOf(n.value, u.value)),
  row('<number> -? odd <unit>', (_, n, u) => durationOf(n.value, u.value)),
  row('<number> -? <unit>', (_, n, u) => durationOf(n.value, u.value)),
  row('<number> ( <number> ) <unit>', (_, n, m, u) =>
    n.value === m.value ? durationOf(n.value, u.value) : undefined,
  ),
  row('<number> business|working|work <unit>', (_, n, u) =>
    u.value === 'day' ? durationOf(n.value, 'businessDay') : undefined,
  ),
  row('a|an <unit>', (_, u) => (u.plural === true ? undefined : durationOf(1, u.value))),
  row('a? couple of? <unit>', (_, u) => (u.plural === true ? durationOf(2, u.value) : undefined)),
  row('a? few <unit>', (_, u) => (u.plural === true ? durationOf(3, u.value) : undefined)),
  row('some|several <unit>', (_, u) => (u.plural === true ? durationOf(3, u.value) : undefined)),
  row('all day long', () => durationOf(1, 'day', false)),
  row('all|whole|full|entire <unit>', (_, u) =>
    u.plural === true ? undefined : durationOf(1, u.value, false),
  ),
  row('<duration> and? <duration>', (_, a, b) =>
    a.counted && b.counted && isFiner(b, a) ? addDurations(a, b) : undefined,
  ),
  row('<duration> , <duration>', (_, a, b) =>
    a.counted && b.counted && isFiner(b, a) && isSubday(a.unit) ? addDurations(a, b) : undefined,
  ),
  row('more|longer than <duration>', (_, d) => ({ ...d, comparison: 'more' as const })),
  row('less|shorter than <duration>', (_, d) => ({ ...d, comparison: 'less' as const })),
];

const order = [
  'century',
  'decade',
  'year',
  'quarter',
  'month',
  'fortnight',
  'week',
  'day',
  'hour',
  'minute',
  'second',
];

function isFiner(b: { unit: string }, a: { unit: string }): boolean {
  return order.indexOf(b.unit) > order.indexOf(a.unit);
}
