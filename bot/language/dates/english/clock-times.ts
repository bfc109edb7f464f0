import { row } from '../row.ts';
import type { DateRule } from '../row.ts';
import { noon, time, withMeridiem } from '../clock-times.ts';

/** "half past seven", "8pm", "3 o'clock", "noon". */
export const englishClockTimes: readonly DateRule[] = [
  row('<hour> <meridiem>', (_, h, m) => withMeridiem(h, m.pm)),
  row('<time> <meridiem>', (_, t, m) => (t.prefixed === true ? undefined : withMeridiem(t, m.pm))),
  row('<hour> a .? m .?', (_, h) => withMeridiem(h, false)),
  row('<time> a .? m .?', (_, t) => (t.prefixed === true ? undefined : withMeridiem(t, false))),
  row('<hour> p .? m .?', (_, h) => withMeridiem(h, true)),
  row('<time> p .? m .?', (_, t) => (t.prefixed === true ? undefined : withMeridiem(t, true))),
  row('<hour> a', (_, h) => withMeridiem(h, false)),
  row('<hour> p', (_, h) => withMeridiem(h, true)),
  row('<time> a', (_, t) => (t.prefixed === true ? undefined : withMeridiem(t, false))),
  row('<time> p', (_, t) => (t.prefixed === true ? undefined : withMeridiem(t, true))),
  row('<hour> ampm', (_, h) => time(h.seconds, h.ambiguous)),
  row("<hour> o ' clock", (_, h) => time(h.seconds, h.ambiguous)),
  row('<hour> oclock', (_, h) => time(h.seconds, h.ambiguous)),
  row("<time> o ' clock", (_, t) => t),
  row('half past midnight', () => time(1800)),
  row('half past noon', () => time(noon + 1800)),
  row('<duration> past <time>', (_, d, t) =>
    d.unit === 'minute' ? time(t.seconds + d.seconds, t.ambiguous) : undefined,
  ),
  row('half past <hour>', (_, h) => time(h.seconds + 1800, h.ambiguous)),
  row('half <hour>', (_, h) => time(h.seconds + 1800, h.ambiguous)),
  row('a? quarter past|after <hour>', (_, h) => time(h.seconds + 900, h.ambiguous)),
  row('a? quarter to|before <hour>', (_, h) => time((h.seconds - 900 + 86_400) % 86_400, h.ambiguous)),
  row('<number> past <hour>', (_, n, h) =>
    n.value < 60 ? time(h.seconds + n.value * 60, h.ambiguous) : undefined,
  ),
  row('<duration> past <hour>', (_, d, h) =>
    d.unit === 'minute' ? time(h.seconds + d.seconds, h.ambiguous) : undefined,
  ),
  row('<duration> to <hour>', (_, d, h) =>
    d.unit === 'minute' ? time((h.seconds - d.seconds + 86_400) % 86_400, h.ambiguous) : undefined,
  ),
  row('noon|midday|noonish|noontime', () => time(noon)),
  row('12 noon', () => time(noon)),
  row('mid -? day', () => time(noon)),
  row('midnight', () => time(0)),
  row('mid -? night', () => time(0)),
  row('at|@ <hour>', (_, h) => ({ ...time(h.seconds, h.ambiguous), prefixed: true })),
  row('around|about|circa|approximately|approx|~|roughly|ca at? <hour>', (_, h) => ({
    ...time(h.seconds, h.ambiguous),
    approximate: true,
  })),
  row('around|about|circa|approximately|approx|~|roughly|ca at? <time>', (_, t) => ({
    ...t,
    approximate: true,
  })),
  row('starting|beginning at <time>', (_, t) => t),
  row('starting|beginning at <hour>', (_, h) => time(h.seconds, h.ambiguous)),
  row('<time> ish', (_, t) => ({ ...t, approximate: true })),
  row('<hour> ish', (_, h) => ({ ...time(h.seconds, h.ambiguous), approximate: true })),
  row('<hour> -? ish', (_, h) => ({ ...time(h.seconds, h.ambiguous), approximate: true })),
  row('<time> sharp', (_, t) => t),
  row('<hour> sharp', (_, h) => time(h.seconds, h.ambiguous)),
  row('at <hour> hours|hrs', (_, h) => time(h.seconds, h.ambiguous)),
  row('<hour> h', (_, h) =>
    h.seconds % 3600 === 0 && h.ambiguous ? undefined : time(h.seconds, h.ambiguous),
  ),
];
