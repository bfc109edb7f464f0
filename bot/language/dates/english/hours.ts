import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import type { ClockTime } from '../sense.ts';
import { edged, inPart } from '../parts-of-day.ts';
import { noon, likeEachOther, hoursOf, partHours, forDuration, timeInPart } from '../hours.ts';

const clocks: readonly DateRule[] = [
  row('<time>', (_, t) => ({ kind: 'clock', seconds: t.seconds, ambiguous: t.ambiguous, certain: true })),
  row('<hour>', (_, h) => ({ kind: 'clock', seconds: h.seconds, ambiguous: h.ambiguous, certain: false })),
  row('<hour> h', (_, h) => ({ kind: 'clock', seconds: h.seconds, ambiguous: h.ambiguous, certain: true })),
];

const ranges: readonly DateRule[] = [
  row('<hour> to|till|til|until|through|thru|-|~ <hour>', (_, a, b) =>
    a.fourDigits === true && b.fourDigits === true
      ? { kind: 'hours', from: a, to: b, joint: 'to' }
      : undefined,
  ),
  row('<clock> to|till|til|until|through|thru|-|~ <clock>', (_, a, b) => hoursOf(a, b, 'to', false)),
  row('from|for <clock> to|till|til|until|through|thru|-|~ <clock>', (_, a, b) => hoursOf(a, b, 'to', true)),
  row('at <clock> - <clock>', (_, a, b) => hoursOf(a, b, 'to', true)),
  row('b / w <clock> and|&|-|to <clock>', (_, a, b) => hoursOf(a, b, 'between', true)),
  row('between|btw|btwn|bw <clock> and|&|-|to <clock>', (_, a, b) => hoursOf(a, b, 'between', true)),
  row('<hourRange> <meridiem>', (_, h, m) => {
    const side = (clock: ClockTime): ClockTime => ({
      seconds: clock.seconds + (m.pm ? noon : 0),
      ambiguous: false,
    });
    return { kind: 'hours', ...likeEachOther(h.from, side(h.to)), joint: 'to' };
  }),
  row('<hours> in the? <part>', (_, h, p) => inPart(h, p.value)),
  row('<hourRange> in the? <part>', (_, h, p) =>
    inPart({ kind: 'hours', from: h.from, to: h.to, joint: 'to' }, p.value),
  ),
  row('<part> <hours>', (_, p, h) => inPart(h, p.value)),
  row('<hours> <part>', (_, h, p) => inPart(h, p.value)),
  row('from <clock> for <duration>', (_, a, d) => forDuration(a, d.seconds)),
  row('for <duration> from|at|starting <clock>', (_, d, a) =>
    forDuration(a.certain ? a : { seconds: a.seconds, ambiguous: false }, d.seconds),
  ),
];

const bounds: readonly DateRule[] = [
  row('before <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'before' })),
  row('b 4 <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'before' })),
  row('by|until|till|til <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'by' })),
  row('earlier|sooner than <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'before' })),
  row('later than <clock>', (_, t) => ({ kind: 'hours', from: t, bound: 'after' })),
  row('no|not after <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'by' })),
  row('no|not sooner than <clock>', (_, t) => ({ kind: 'hours', from: t, bound: 'since' })),
  row('no|not later than <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'by' })),
  row('as late as <clock>', (_, t) => ({ kind: 'hours', to: t, bound: 'by' })),
  row('at? the? latest at? <time>', (_, t) => ({ kind: 'hours', to: t, bound: 'by' })),
  row('after|past <clock>', (_, t) => ({ kind: 'hours', from: t, bound: 'after' })),
  row('from <time>', (_, t) =>
    t.approximate === true ? undefined : { kind: 'hours', from: t, bound: 'since' },
  ),
  row('from <clock> on|onwards|onward', (_, t) => ({ kind: 'hours', from: t, bound: 'since' })),
  row('since <time>', (_, t) => ({ kind: 'hours', from: t, bound: 'since' })),
  row('not|no before|earlier than? <clock>', (_, t) => ({ kind: 'hours', from: t, bound: 'since' })),
  row('<time> or|and later|after', (_, t) => ({ kind: 'hours', from: t, bound: 'since' })),
  row('<time> onwards|onward', (_, t) => ({ kind: 'hours', from: t, bound: 'since' })),
  row('<time> or|and earlier|before', (_, t) => ({ kind: 'hours', to: t, bound: 'by' })),
  row('before work', () => ({ kind: 'hours', part: 'workingHours', bound: 'before' })),
  row('after work|hours', () => ({ kind: 'hours', part: 'workingHours', bound: 'after' })),
  row('b 4 <part>', (_, p) => ({ kind: 'hours', part: p.value, bound: 'before' })),
  row('before <part>', (_, p) => ({ kind: 'hours', part: p.value, bound: 'before' })),
  row('after <part>', (_, p) => ({ kind: 'hours', part: p.value, bound: 'after' })),
];

const parts: readonly DateRule[] = [
  row('<part>', (_, p) => partHours(p.value)),
  row('in|during|at|over the? <part>', (_, p) => partHours(p.value)),
  row('<edge> in? the? <part>', (_, e, p) => partHours(edged(p.value, e.value))),
  row('in the? <edge> <part>', (_, e, p) => partHours(edged(p.value, e.value))),
  row('later in the? <part>', (_, p) => partHours(edged(p.value, 'late'))),
  row('right|shortly|just|straight|directly <hours>', (_, h) => (h.bound === undefined ? undefined : h)),
  row('business|working|office hours', () => partHours('workingHours')),
  row('first thing', () => partHours('earlyMorning')),
  row('first thing in the morning', () => partHours('earlyMorning')),
];

const timesInParts: readonly DateRule[] = [
  row('<time> in the? <part>', (_, t, p) => timeInPart(t, p.value)),
  row('<hour> in the? <part>', (_, t, p) => timeInPart(t, p.value)),
  row('<time> at night', (_, t) => timeInPart(t, 'night')),
  row('<hour> at night', (_, h) => timeInPart(h, 'night')),
  row('in the? <part> at? <time>', (_, p, t) => timeInPart(t, p.value)),
  row('in the? <part> at <hour>', (_, p, t) => timeInPart(t, p.value)),
  row('<part> at <hour>', (_, p, t) => timeInPart(t, p.value)),
  row('<part> at? <time>', (_, p, t) => timeInPart(t, p.value)),
  row('<edge> <part> at? <time>', (_, _e, p, t) => timeInPart(t, p.value)),
  row('<time> <edge> <part>', (_, t, _e, p) => timeInPart(t, p.value)),
];

/** Hours within a day: ranges, bounds and parts of the day. */
export const englishHours: readonly DateRule[] = [...clocks, ...ranges, ...bounds, ...parts, ...timesInParts];
