import { secondsOf } from '../dates/units.ts';
import type { DurationSense } from '../dates/sense.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestSense } from './sense.ts';

/** Longer is a stretch of time, not the length of a meeting. */
const longestMinutes = 12 * 60;

export function length(duration: DurationSense): RequestSense | undefined {
  if (!duration.counted || duration.comparison !== undefined) return undefined;
  const minutes = Math.round(secondsOf(duration) / 60);
  return minutes >= 5 && minutes <= longestMinutes ? fact({ about: 'duration', minutes }) : undefined;
}

/** "Can we do 15 with Dan?" */
function bareMinutes(minutes: number): RequestSense | undefined {
  return minutes >= 10 && minutes <= 120 && minutes % 5 === 0
    ? weakFact({ about: 'duration', minutes })
    : undefined;
}

/** Lengths that stand without a unit: "Dan, tomorrow noon, 30". */
const usualMinutes = new Set([15, 20, 25, 30, 40, 45, 50, 60, 90]);

/** How long it takes. */
export const durationRows: readonly RequestRule[] = [
  row('<duration>', (_, d) => length(d)),
  row('for|lasting|of about|around|approximately|approx|roughly|~|ca? <duration>', (_, d) => length(d)),
  row('for|lasting|lasts|of|takes|need|needs <duration>', (_, d) => length(d)),
  row('make it|that|this to? <duration>', (_, d) => length(d)),
  row('<duration> -? long', (_, d) => length(d)),
  row('make it|that|this? to? <duration> instead|rather', (_, d) => length(d)),
  row('about|around|~|ca|approx|approximately|roughly|maybe|like <duration>', (_, d) => length(d)),
  row('duration|length :? <duration>', (_, d) => length(d)),
  row('<duration> max|maximum|tops', (_, d) => length(d)),
  row('<duration> or so', (_, d) => length(d)),
  row('hour|hr', () => weakFact({ about: 'duration', minutes: 60, weak: true })),
  row('set up <number>', (_, n) => bareMinutes(n.value)),
  row('do|for|have|grab|take|need|make|it|up <number>', (_, n) => bareMinutes(n.value)),
  row(', <number>', (_, n) => (usualMinutes.has(n.value) ? bareMinutes(n.value) : undefined)),
  row('quick|short|brief call|chat|sync|word|question|catchup|check|meeting|huddle|touchbase|one', () =>
    weakFact({ about: 'duration', minutes: 15, weak: true }),
  ),
  row('quick|short|brief', () => weakFact({ about: 'duration', minutes: 15, weak: true })),
  row('quick catch|check -? up|in', () => weakFact({ about: 'duration', minutes: 15, weak: true })),
  row('<duration> longer|more', (_, d) => fact({ about: 'longer', minutes: Math.round(secondsOf(d) / 60) })),
  row('<duration> shorter|less', (_, d) =>
    fact({ about: 'longer', minutes: -Math.round(secondsOf(d) / 60) }),
  ),
];
