import { secondsOf } from '../dates/units.ts';
import type { DurationSense } from '../dates/sense.ts';
import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestSense } from '../meaning/sense.ts';

/** So much later (1) or earlier (-1); whole days move the days. */
export function shift(duration: DurationSense, direction: 1 | -1): RequestSense | undefined {
  const seconds = secondsOf(duration);
  if (!duration.counted || duration.comparison !== undefined) return undefined;
  return seconds % 86_400 === 0
    ? fact({ about: 'shift', direction, days: seconds / 86_400 })
    : fact({ about: 'shift', direction, minutes: Math.round(seconds / 60) });
}

const later = (): RequestSense => fact({ about: 'shift', direction: 1 });
const earlier = (): RequestSense => fact({ about: 'shift', direction: -1 });

/** What changes the request that is being talked about, by what it already says. */
export const followUpRows: readonly RequestRule[] = [
  row('later that|the same day', later),
  row('later on|in? the|that? day', later),
  row('a? bit|little later', later),
  row('make it a? bit? later', later),
  row('earlier that|the same day', earlier),
  row('earlier on|in? the|that? day', earlier),
  row('a? bit|little earlier', earlier),
  row('make it a? bit? earlier', earlier),
  row('somewhat|slightly|bit|little later', later),
  row('somewhat|slightly|bit|little earlier', earlier),
  row('a? bit|little later|earlier|sooner than that', (c) => (c.followsUp ? later() : undefined)),
  row('<duration> later', (_, d) => shift(d, 1)),
  row('<duration> earlier', (_, d) => shift(d, -1)),
  row('by <duration>', (_, d) => shift(d, 1)),
  row('make it <duration> later', (_, d) => shift(d, 1)),
  row('make it <duration> earlier', (_, d) => shift(d, -1)),
  row('push|move|postpone|delay|shift it|that|this? back? by <duration>', (_, d) => shift(d, 1)),
  row('push|postpone|delay it|that|this? back? <duration>', (_, d) => shift(d, 1)),
  row('bring it|that|this? forward by? <duration>', (_, d) => shift(d, -1)),
  row('push|move|shift it|that|this? back <duration>', (_, d) => shift(d, 1)),
  row('move|shift it|that|this? <duration> later|back', (_, d) => shift(d, 1)),
  row('move|shift|bring it|that|this? <duration> earlier|forward|up', (_, d) => shift(d, -1)),
  row('with both|them|these|those of? them?', () => fact({ about: 'named' })),
  row('with both of them', () => fact({ about: 'named' })),
  row('make <people> optional', (_, p) => fact({ about: 'attendees', people: p.people, type: 'optional' })),
  row('make <people> required|mandatory', (_, p) =>
    fact({ about: 'attendees', people: p.people, type: 'required' }),
  ),
  row('<people> too|also|as', (_, p) =>
    p.strangers === 'none' ? fact({ about: 'attendees', people: p.people, type: 'required' }) : undefined,
  ),
];
