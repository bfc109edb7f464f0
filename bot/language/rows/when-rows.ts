import type { HoursSense, HourSense, Shift } from '../dates/sense.ts';
import { unitAround } from '../dates/units.ts';
import { officeTimes } from './office-times.ts';
import { fact, row, weakFact } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestContext, RequestSense, WhenSense } from '../meaning/sense.ts';
import { ofPeriod, singleWhens, when } from './single-whens.ts';
import { namesHoursOnly, whenLists } from './when-lists.ts';

/** Long periods, and what is over, are rather what the meeting is about where it is about something. */
function said(context: RequestContext, when: WhenSense, coarse: readonly string[]): RequestSense {
  const isTopic = when.items.every(
    ({ grain, days, impossible }) =>
      impossible !== true &&
      ((grain !== undefined && coarse.includes(grain)) ||
        days?.every(({ end }) => end <= context.day) === true),
  );
  return isTopic ? weakFact({ about: 'when', when }) : fact({ about: 'when', when });
}

/** "every Tuesday at 9": one meeting at the next of those times; the words are quoted back. */
function onceOf(when: WhenSense): RequestSense {
  return { kind: 'fact', variant: 'once', fact: { about: 'unsupported', when } };
}

/** "not Monday, not before 10" avoids the Monday and sets the hours of the others. */
function avoided(when: WhenSense): RequestSense {
  const [first] = when.items;
  const hours = first?.hours;
  const isLimit = hours?.part === undefined && (hours?.bound === 'since' || hours?.bound === 'by');
  const week = first?.week;
  if (week !== undefined) {
    const whole = { kind: 'when', items: [{ days: [{ start: week, end: week + 7 }] }] } as const;
    return fact({ about: 'when', when: whole, except: when });
  }
  if (hours === undefined || !isLimit || (first?.days ?? first?.weekdays) === undefined)
    return fact({ about: 'avoid', when });
  const items = when.items.map(({ hours: _hours, ...days }) => days);
  return fact({ about: 'when', when: { ...when, items: [{ hours }] }, except: { kind: 'when', items } });
}

/** "make it 4" changes the hour of what is being talked about. */
function atHour({ seconds, ambiguous }: HourSense): RequestSense {
  return fact({ about: 'when', when: when({ time: { seconds, ambiguous } }) });
}

/** Numbers past noon's are rather minutes. */
const isClock = ({ seconds, ambiguous }: HourSense): boolean => ambiguous || seconds % 3600 !== 0;

/** "no Tuesdays, 9-12": the hours are for the other days. */
function exceptOn(weekday: number, hours: HoursSense): RequestSense {
  return fact({ about: 'when', when: when({ hours }), except: when({ weekdays: [weekday] }) });
}

/** "any time except Monday next week" */
function exceptWeekday(context: RequestContext, weekday: number, shift: Shift): RequestSense {
  const week = unitAround(
    context.day,
    'week',
    shift === 'this' ? 0 : shift === 'last' || shift === 'past' ? -1 : 1,
  );
  return fact({ about: 'when', when: ofPeriod(week) ?? when(), except: when({ weekdays: [weekday] }) });
}

const facts: readonly RequestRule[] = [
  row('<when>', (r, w) => said(r, w, ['year'])),
  row('for|of <when>', (r, w) => said(r, w, ['month', 'year'])),
  row('to|move|push|shift to? <when>', (_, w) => fact({ about: 'when', when: w })),
  row(
    'move|push|shift|bring|pull|put|delay|postpone|reschedule|change|make|do|have|switch it|that|this|us|everything? forward|up|back|out|over? to|until|till|for|on? <when>',
    (_, w) => fact({ about: 'when', when: w }),
  ),
  row('for <hour>', (c, { seconds, ambiguous }) =>
    !ambiguous || /\b(?:room|people|table|seats)\b/i.test(c.text)
      ? undefined
      : weakFact({ about: 'when', when: when({ time: { seconds, ambiguous } }) }),
  ),
  row('make it|that|this? <hour>', (c, h) => (c.followsUp ? atHour(h) : undefined)),
  row('<hour> instead|rather|then|works|please?', (c, h) =>
    c.followsUp && isClock(h) ? atHour(h) : undefined,
  ),
  row('<hour> not|over|than <hour>', (c, h) => (c.followsUp ? atHour(h) : undefined)),
  row('<hour> , not <hour>', (c, h) => (c.followsUp ? atHour(h) : undefined)),
  row('<when> ,? not <hour>', (c, w) => (c.followsUp ? fact({ about: 'when', when: w }) : undefined)),
  row('<hour> instead of|rather than? <hour>', (c, h) => (c.followsUp ? atHour(h) : undefined)),
  row('not|no on? <when> , <when>', (c, _not, w) =>
    c.followsUp ? fact({ about: 'when', when: w }) : undefined,
  ),
  row('not <when> but <when>', (c, _not, w) => (c.followsUp ? fact({ about: 'when', when: w }) : undefined)),
  row('<when> instead of|rather than? <when>', (_, w) => fact({ about: 'when', when: w })),
  row("let ' s|us? do|make|say|try|take it|that|this? <when> instead|rather?", (_, w) =>
    fact({ about: 'when', when: w }),
  ),
  row('make it|that|this <when>', (_, w) => fact({ about: 'when', when: w })),
  row('<when> instead|rather', (r, w) => said(r, w, ['year'])),
  row('<when> only', (_, w) => (namesHoursOnly(w) ? fact({ about: 'when', when: w }) : undefined)),
  row('<when> works|suits|best', (_, w) => fact({ about: 'when', when: w })),
  row(
    '<when> works|suits|fits|is|are|would|might|will|should|could be? work|suit|better|fine|good|best|nicer|easier|ok|okay|great|perfect|preferable|possible|easiest for|me|us? me|us|everyone|everybody|all?',
    (_, w) => fact({ about: 'when', when: w }),
  ),
  row('<when> is|are|would? be? preferred|preferably|ideally|ideal', (_, w) =>
    fact({ about: 'prefer', when: w }),
  ),
  row('<when> if possible|feasible', (_, w) => fact({ about: 'prefer', when: w })),
  row(',|-? ideally|preferably|best|hopefully|pref on|in? <when>', (_, w) =>
    fact({ about: 'prefer', when: w }),
  ),
  row('instead of <when>', () => fact({ about: 'filler' })),
  row('rather than <when>', () => fact({ about: 'filler' })),
  row('every|each other|second|third? <when>', (_, w) => onceOf(w)),
  row('<when> is|are|would be? fine|good|best|ok|okay|great|perfect', (_, w) =>
    fact({ about: 'when', when: w }),
  ),
  row('any day|time|slot but|except on? <weekday> <shift> week', (r, w, s) =>
    exceptWeekday(r, w.value, s.value),
  ),
  row('not|no|except|excluding on? <weekday> , <hours>', (_, w, hours) => exceptOn(w.value, hours)),
  row('not|no|except|excluding on? <weekday> , <hourRange>', (_, w, { from, to }) =>
    exceptOn(w.value, { kind: 'hours', from, to, joint: 'to', bare: true }),
  ),
  row('not|no|never|nothing on|in|at? <when>', (_, w) => avoided(w)),
  row('no meetings|meeting on|in|at? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('except|excluding|avoid|avoiding|skip|skipping|without|besides for? on? <when>', (_, w) =>
    fact({ about: 'avoid', when: w }),
  ),
  row('but not on|in|at? <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('<when> is|are out|bad|impossible', (_, w) => fact({ about: 'avoid', when: w })),
  row("<when> doesn|don|won|does|do ' t work", (_, w) => fact({ about: 'avoid', when: w })),
  row('anything|anytime but <when>', (_, w) => fact({ about: 'avoid', when: w })),
  row('any day|time|slot on|in? <when> but|except <when>', (_, w, except) =>
    fact({ about: 'when', when: w, except }),
  ),
  row('any day|time but|except <when>', (_, w) => fact({ about: 'avoid', when: w })),
];

/** When: days, hours and what to keep clear of. */
export const whenRows: readonly RequestRule[] = [...officeTimes, ...singleWhens, ...whenLists, ...facts];
