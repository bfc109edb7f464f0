import { secondsOf } from '../dates/units.ts';
import { fact, row } from './row.ts';
import type { RequestRule } from './row.ts';

const minutes = (duration: Parameters<typeof secondsOf>[0]): number => Math.round(secondsOf(duration) / 60);
const quorum = (count: number | 'everybody' | 'majority', of?: number): ReturnType<typeof fact> =>
  fact({ about: 'quorum', count, ...(of === undefined ? {} : { of }) });

const quorums: readonly RequestRule[] = [
  row('need|needs|require|requires|want|wants? at? least? <number> of|out of? the? <number>', (_, n, m) =>
    quorum(n.value, m.value),
  ),
  row(
    '<number> of|out of? the? <number> is|are|people? enough|sufficient|fine|ok|suffice|suffices|needed|required',
    (_, n, m) => quorum(n.value, m.value),
  ),
  row('if <number> of|out of? the? <number> agree|approve|accept|can|say|are? yes?', (_, n, m) =>
    quorum(n.value, m.value),
  ),
  row('<number> out? of <number>', (_, n, m) => (n.value <= m.value ? quorum(n.value, m.value) : undefined)),
  row('as long as <number> people|of? them|us? can|agree|make|come? it?', (_, n) => quorum(n.value)),
  row('at least half of? them|us|you|people? is|are? enough?', () => quorum('majority')),
  row('whoever|whichever of? them|us? can|could|is|are make|come|attend|join|free|available it?', () =>
    quorum(1),
  ),
  row('at least <number> of? them|us|people?', (_, n) => quorum(n.value)),
  row(
    'at least <number> must|should|need|have to? agree|accept|approve|attend|come|say|be? yes|there?',
    (_, n) => quorum(n.value),
  ),
  row('need|needs|require|requires a? quorum of <number>', (_, n) => quorum(n.value)),
  row('quorum is|of|:? <number>', (_, n) => quorum(n.value)),
  row('quorum is|of|:? <number> of <number>', (_, n, m) => quorum(n.value, m.value)),
  row('<number> yes is|are enough', (_, n) => quorum(n.value)),
  row('need|needs <number> approvals|yeses|acceptances', (_, n) => quorum(n.value)),
  row(
    'a|the? majority is|must|suffices|would? be? of? us|them? enough|agree|fine|ok|okay|good|sufficient?',
    () => quorum('majority'),
  ),
  row(
    'everyone|everybody|all must|has|have|needs|should to? agree|approve|accept|attend|come|be? there?',
    () => quorum('everybody'),
  ),
];

const deadlines: readonly RequestRule[] = [
  row(
    'answers|answer|replies|reply|responses|response|respond|rsvp|vote|votes|approve|approvals|decide|decision <when>',
    (_, w) => fact({ about: 'answersBy', when: w }),
  ),
  row(
    'please|need|want|get|everyone should? answers|answer|replies|reply|responses|response|respond|rsvp|vote|votes|approve|approvals <when>',
    (_, w) => fact({ about: 'answersBy', when: w }),
  ),
  row('answers|replies|responses|votes needed|due|wanted|required|back <when>', (_, w) =>
    fact({ about: 'answersBy', when: w }),
  ),
  row('deadline is|for|:? answers|replies|responses|voting? is|:? <when>', (_, w) =>
    fact({ about: 'answersBy', when: w }),
  ),
  row('answers|answer|replies|reply|respond|responses|rsvp|vote within|in <duration>', (_, d) =>
    fact({ about: 'answersWithin', minutes: minutes(d) }),
  ),
  row('deadline is|:? in? <duration>', (_, d) => fact({ about: 'answersWithin', minutes: minutes(d) })),
];

const vetoes: readonly RequestRule[] = [
  row('<people> has|have a? veto right|rights?', (_, p) => fact({ about: 'veto', people: p.people })),
  row('<people> can|may veto', (_, p) => fact({ about: 'veto', people: p.people })),
  row('veto|vetoes for|: <people>', (_, p) => fact({ about: 'veto', people: p.people })),
];

const confirmations: readonly RequestRule[] = [
  row('ask|check with? me before booking|confirming', () => fact({ about: 'confirmation', by: 'organizer' })),
  row('i|let me|will|want|to? confirm|decide myself|first', () =>
    fact({ about: 'confirmation', by: 'organizer' }),
  ),
  row('book it|automatically|straight|right away|directly?', () =>
    fact({ about: 'confirmation', by: 'auto' }),
  ),
];

/** What it takes to confirm, and by when. */
export const policyRows: readonly RequestRule[] = [...quorums, ...deadlines, ...vetoes, ...confirmations];
