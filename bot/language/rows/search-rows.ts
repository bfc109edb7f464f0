import { secondsOf } from '../dates/units.ts';
import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { NamedPerson, RequestSense } from '../meaning/sense.ts';

const minutes = (duration: Parameters<typeof secondsOf>[0]): number => Math.round(secondsOf(duration) / 60);

function options(count: number, people: readonly NamedPerson[] = []): RequestSense | undefined {
  return Number.isInteger(count) && count >= 1 && count <= 5
    ? fact({ about: 'options', count, people })
    : undefined;
}

const optionCounts: readonly RequestRule[] = [
  row(
    'give|offer|propose|suggest|send|show|provide|with them|us|me|everyone? <number> choices|options|slots|times|alternatives|suggestions|proposals|dates',
    (_, n) => options(n.value),
  ),
  row('<number> choices|options|slots|alternatives|suggestions|proposals', (_, n) => options(n.value)),
  row('<number> possible|different times|slots|dates|options', (_, n) => options(n.value)),
  row(
    'give|offer|propose|suggest|send them|us|me|everyone? a? few|some|several choices|options|slots|times|alternatives',
    () => options(3),
  ),
  row(
    'give|offer|propose|suggest|send them|us|me|everyone? a couple of? choices|options|slots|times|alternatives',
    () => options(2),
  ),
  row(
    'give|offer|propose|suggest|send <people> <number> choices|options|slots|times|alternatives',
    (_, p, n) => options(n.value, p.people),
  ),
  row(
    'give|offer|propose|suggest|send <people> a couple of? choices|options|slots|times|alternatives',
    (_, p) => options(2, p.people),
  ),
  row(
    'give|offer|propose|suggest|send <people> a? few|some|several choices|options|slots|times|alternatives',
    (_, p) => options(3, p.people),
  ),
  row('a couple of? choices|options|slots|alternatives', () => options(2)),
  row('a? few|several choices|options|slots|alternatives', () => options(3)),
  row('let them|everyone|people vote|choose|pick', () => options(3)),
];

const earliest = (): RequestSense => fact({ about: 'ranking', ranking: 'earliest' });

const rankings: readonly RequestRule[] = [
  row('as soon as possible', earliest),
  row('as early as possible', earliest),
  row('asap|soonest|urgent|urgently', earliest),
  row(
    'at? the? earliest|earlist|soonest|first possible|available? availability|slot|time|opportunity|convenience|date',
    earliest,
  ),
  row(
    'at? their|our|my earliest|earlist|soonest|first availability|slot|time|opportunity|convenience',
    earliest,
  ),
  row('earliest|soonest possible', earliest),
  row('the sooner the better', earliest),
  row('whichever|whatever is|comes earlier|sooner|soonest|earliest|first', earliest),
  row('now -? ish', earliest),
  row('nowish|immediately|instantly', earliest),
  row('right|straight away', earliest),
  row(
    'prefer|prefers|preferring the? earliest|earlist|first|soonest availability|slot|time|option',
    earliest,
  ),
  row('best|most suitable slot|time', () => fact({ about: 'ranking', ranking: 'best' })),
];

const buffers: readonly RequestRule[] = [
  row('with|leave|keep|and? <duration> buffer|break|gap before and after', (_, d) =>
    fact({ about: 'buffer', before: minutes(d), after: minutes(d) }),
  ),
  row('with|leave|keep|and? a? <duration> buffer|break|travel time?', (_, d) =>
    fact({ about: 'buffer', before: minutes(d), after: minutes(d) }),
  ),
  row('with|leave|keep|and? a? <duration> buffer|break|gap|free|travel time? before|beforehand', (_, d) =>
    fact({ about: 'buffer', before: minutes(d), after: 0 }),
  ),
  row('with|leave|keep|and? a? <duration> buffer|break|gap|free after|afterwards', (_, d) =>
    fact({ about: 'buffer', before: 0, after: minutes(d) }),
  ),
  row('with|leave|keep|and a? <duration> gap', (_, d) =>
    fact({ about: 'buffer', before: minutes(d), after: minutes(d) }),
  ),
  row('leave|keep|with <duration> before and after', (_, d) =>
    fact({ about: 'buffer', before: minutes(d), after: minutes(d) }),
  ),
  row('leave|keep|with <duration> free? around|between', (_, d) =>
    fact({ about: 'buffer', before: minutes(d), after: minutes(d) }),
  ),
  row('at least <duration> notice', (_, d) => fact({ about: 'notice', minutes: minutes(d) })),
  row('<duration> notice', (_, d) => fact({ about: 'notice', minutes: minutes(d) })),
];

/** How to search and how many slots to offer. */
export const searchRows: readonly RequestRule[] = [...optionCounts, ...rankings, ...buffers];
