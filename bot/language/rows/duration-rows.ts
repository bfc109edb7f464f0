import { isSubday, secondsOf } from '../dates/units.ts';
import type { DurationSense } from '../dates/sense.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestSense } from '../meaning/sense.ts';

/** Up to so many hours are how long to meet; days beyond are rather when. */
const longestHours = 72;
/** What "a full day" of work is. */
const dayMinutes = 8 * 60;

export function length(duration: DurationSense): RequestSense | undefined {
  if (!duration.counted || duration.comparison !== undefined) return undefined;
  const minutes = Math.round(secondsOf(duration) / 60);
  return minutes >= 5 && minutes <= longestHours * 60 && isSubday(duration.unit)
    ? fact({ about: 'duration', minutes })
    : undefined;
}

/** "2 days with Bob": days of work, one after the other, are longer than any meeting. */
function daysLong({ unit, count, counted, comparison }: DurationSense): RequestSense | undefined {
  if (unit !== 'day' && unit !== 'businessDay') return undefined;
  if (comparison !== undefined || !counted || count > 31) return undefined;
  return fact({ about: 'duration', minutes: count === 1 ? dayMinutes : count * 1440 });
}

/** "it shouldn't take more than ten minutes" */
function withoutComparison({ comparison: _comparison, ...duration }: DurationSense): DurationSense {
  return duration;
}

/** "Can we do 15 with Dan?" */
function bareMinutes(minutes: number): RequestSense | undefined {
  return minutes >= 10 && minutes <= 120 && minutes % 5 === 0
    ? weakFact({ about: 'duration', minutes })
    : undefined;
}

function byMore(duration: DurationSense, sign: 1 | -1): RequestSense {
  return fact({ about: 'longer', minutes: sign * Math.round(secondsOf(duration) / 60) });
}

/** Lengths that stand without a unit: "Dan, tomorrow noon, 30". */
const usualMinutes = new Set([15, 20, 25, 30, 40, 45, 50, 60, 90]);

/** How long it takes. */
export const durationRows: readonly RequestRule[] = [
  row('<duration>', (_, d) => length(d)),
  row('for|lasting|of about|around|approximately|approx|roughly|~|ca? <duration>', (_, d) => length(d)),
  row('for|lasting|lasts|of|takes|need|needs <duration>', (_, d) => length(d)),
  row('for|lasting|lasts|takes|need|needs <duration>', (_, d) => daysLong(d)),
  row('<duration> with|long|meeting|workshop|offsite|session|training', (_, d) => daysLong(d)),
  row('all|full|whole|entire -? day', () => fact({ about: 'duration', minutes: dayMinutes })),
  row('a|the|for full|whole|entire day', () => fact({ about: 'duration', minutes: dayMinutes })),
  row('make it|that|this to? <duration>', (_, d) => length(d)),
  row('<duration> -? long', (_, d) => length(d)),
  row('make it|that|this? to? <duration> instead|rather', (_, d) => length(d)),
  row('about|around|~|ca|approx|approximately|roughly|maybe|like <duration>', (_, d) => length(d)),
  row('duration|length :? <duration>', (_, d) => length(d)),
  row('<duration> max|maximum|tops|only|please|total', (_, d) => length(d)),
  row('<duration> at most', (_, d) => length(d)),
  row('max|maximum|only|just <duration>', (_, d) => length(d)),
  row('at most <duration>', (_, d) => length(d)),
  row('up to <duration>', (_, d) => length(d)),
  row('no|not longer|more than <duration>', (_, d) => (d.comparison === undefined ? length(d) : undefined)),
  row(
    '<duration> should|would|will|is|might be? enough|plenty|sufficient|fine|ok|okay|do|work|suffice|good|better|best|perfect|ideal|right',
    (_, d) => length(d),
  ),
  row("shouldn|won|wouldn|doesn|don|shouldnt|wont|wouldnt '? t? take|need|be|last <duration>", (_, d) =>
    length(withoutComparison(d)),
  ),
  row('should|will|would|must not? take|need|be|last <duration>', (_, d) => length(withoutComparison(d))),
  row("shouldn|won|wouldn|doesn ' t take|need|be|last longer|more than <duration>", (_, d) => length(d)),
  row('an|1|one hour &|+ a half', () => fact({ about: 'duration', minutes: 90 })),
  row('1 / 2 an? hour|hr', () => fact({ about: 'duration', minutes: 30 })),
  row('3 / 4 of? an? hour|hr', () => fact({ about: 'duration', minutes: 45 })),
  row('<duration> or so', (_, d) => length(d)),
  row('hour|hr', () => weakFact({ about: 'duration', minutes: 60, weak: true })),
  row('set up <number>', (_, n) => bareMinutes(n.value)),
  row('do|for|have|grab|take|need|it|up <number>', (_, n) => bareMinutes(n.value)),
  row(',|+ <number>', (_, n) => (usualMinutes.has(n.value) ? bareMinutes(n.value) : undefined)),
  row('quick|short|brief call|chat|sync|word|question|catchup|check|meeting|huddle|touchbase|one', () =>
    weakFact({ about: 'duration', minutes: 15, weak: true }),
  ),
  row('quick|short|brief', () => weakFact({ about: 'duration', minutes: 15, weak: true })),
  row('quick catch|check -? up|in', () => weakFact({ about: 'duration', minutes: 15, weak: true })),
  row(
    'shorten|cut|reduce|trim|extend|lengthen|stretch|bump|keep|limit|change|set it|that|this|the meeting|call? down|up? to|at <duration>',
    (_, d) => length(d),
  ),
  row('shorten|cut|reduce|trim it|that|this? by <duration>', (_, d) => byMore(d, -1)),
  row('extend|lengthen|stretch it|that|this? by <duration>', (_, d) => byMore(d, 1)),
  row('add another? <duration>', (c, d) => (c.followsUp ? byMore(d, 1) : undefined)),
  row('another <duration> on top?', (c, d) => (c.followsUp ? byMore(d, 1) : undefined)),
  row('make it|that|this? to? <number>', (c, n) =>
    c.followsUp && n.value <= 12 ? undefined : bareMinutes(n.value),
  ),
  row('<number> instead|rather', (c, n) => (c.followsUp && n.value > 12 ? bareMinutes(n.value) : undefined)),
  row('double it|that|this|the length|time|duration?', () => fact({ about: 'timesAsLong', factor: 2 })),
  row('twice as long', () => fact({ about: 'timesAsLong', factor: 2 })),
  row('make it? twice as long', () => fact({ about: 'timesAsLong', factor: 2 })),
  row('halve it|that|this|the length|time|duration?', () => fact({ about: 'timesAsLong', factor: 0.5 })),
  row('half as long', () => fact({ about: 'timesAsLong', factor: 0.5 })),
  row('make it? half as long', () => fact({ about: 'timesAsLong', factor: 0.5 })),
  row('<duration> longer|more', (_, d) => fact({ about: 'longer', minutes: Math.round(secondsOf(d) / 60) })),
  row('<duration> shorter|less', (_, d) =>
    fact({ about: 'longer', minutes: -Math.round(secondsOf(d) / 60) }),
  ),
];
