import { secondsOf } from '../dates/units.ts';
import { dont, fact, row } from './row.ts';
import type { RequestRule } from './row.ts';
import type { RequestContext } from '../meaning/sense.ts';

const minutes = (duration: Parameters<typeof secondsOf>[0]): number => Math.round(secondsOf(duration) / 60);
const quorum = (count: number | 'everybody' | 'majority', of?: number): ReturnType<typeof fact> =>
  fact({ about: 'quorum', count, ...(of === undefined ? {} : { of }) });

/** One is enough: of those who are named, else of the conversation. */
function whoever({ members }: RequestContext): ReturnType<typeof fact> {
  const among = members.map((person) => ({ name: person.displayName, candidates: [person] }));
  return fact({ about: 'quorum', count: 1, among });
}

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
  row('need|needs|want|requires|require? at? least? <number> out? of <people>', (_, n, p) =>
    Number.isInteger(n.value) && n.value <= p.people.length
      ? fact({ about: 'quorum', count: n.value, people: p.people })
      : undefined,
  ),
  row('any <number> of <people>', (_, n, p) =>
    n.value <= p.people.length ? fact({ about: 'quorum', count: n.value, people: p.people }) : undefined,
  ),
  row('<number> out? of <number>', (_, n, m) => (n.value <= m.value ? quorum(n.value, m.value) : undefined)),
  row('as long as <number> people|of? them|us? can|agree|make|come? it?', (_, n) => quorum(n.value)),
  row('at least half of? them|us|you|people? is|are? enough?', () => quorum('majority')),
  row(
    'whoever|whichever of? them|us? can|could|is|are|has|wants|have make|come|attend|join|free|available|time it?',
    (c) => whoever(c),
  ),
  row('at least <number> of? them|us|people?', (_, n) => quorum(n.value)),
  row(
    '<number> of? them|us|people|you? is|are|would|will be? enough|sufficient|fine|ok|okay|suffice|do|good',
    (_, n) => quorum(n.value),
  ),
  row(
    '<number> yes|yeses|approvals|acceptances|votes is|are|would|will be? enough|sufficient|fine|needed',
    (_, n) => quorum(n.value),
  ),
  row('need|needs at least <number> of? them|us|people|yes|yeses|acceptances|approvals?', (_, n) =>
    quorum(n.value),
  ),
  row('any <number> of them|us|these|those|you', (_, n) => quorum(n.value)),
  row('half of? them|us|the|you? group|team|people|attendees? is|are enough|sufficient|fine', () =>
    quorum('majority'),
  ),
  row(
    'anyone|anybody|whoever of|from? them|us|the? team|group? who? can make|come|attend|join|is free|available it?',
    (c) => whoever(c),
  ),
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
    'a|the? majority is|decides|wins|counts|rules|must|suffices|would? be? of? us|them? enough|agree|fine|ok|okay|good|sufficient?',
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
  row('answers|replies|responses|votes is|are? needed|due|wanted|required|expected|back <when>', (_, w) =>
    fact({ about: 'answersBy', when: w }),
  ),
  row(
    'they|everyone|everybody|people|all|you|he|she? have|has|get|gets|got|should|must|need|needs|can to? answer|reply|respond|vote|decide|approve <when>',
    (_, w) => fact({ about: 'answersBy', when: w }),
  ),
  row(
    'they|everyone|everybody|people|all|you|he|she? have|has|get|gets|got <when> to answer|reply|respond|vote|decide|approve',
    (_, w) => fact({ about: 'answersBy', when: w }),
  ),
  row(
    'they|everyone|everybody|people|all|you|he|she? have|has|get|gets|got <duration> to answer|reply|respond|vote|decide|approve',
    (_, d) => fact({ about: 'answersWithin', minutes: minutes(d) }),
  ),
  row(
    'give|allow them|everyone|everybody|people|all|you|him|her <duration> to answer|reply|respond|vote|decide|approve',
    (_, d) => fact({ about: 'answersWithin', minutes: minutes(d) }),
  ),
  row(
    'give|allow them|everyone|everybody|people|all|you|him|her <when> to answer|reply|respond|vote|decide|approve',
    (_, w) => fact({ about: 'answersBy', when: w }),
  ),
  row('let me|us know <when>', (_, w) => fact({ about: 'answersBy', when: w })),
  row('i|we need|want|wants to know|hear back? <when>', (_, w) => fact({ about: 'answersBy', when: w })),
  row('poll|voting|vote closes|ends|is|open|closed? <when>', (_, w) => fact({ about: 'answersBy', when: w })),
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
  ...dont.map((never) =>
    row(
      `${never} book|send|confirm|invite|finalise|finalize it|this|that|anything|anybody|anyone|them|yet? before|until|till|unless|without i|my '? ve|have? confirm|confirmed|approve|approved|say|said|ok|okay|agree|agreed|approval|go|confirmation so|yes|ok|it|to|ahead?`,
      () => fact({ about: 'confirmation', by: 'organizer' }),
    ),
  ),
  row('ask|check|confirm with? me first', () => fact({ about: 'confirmation', by: 'organizer' })),
  row('run it|this|that by|past me first|before?', () => fact({ about: 'confirmation', by: 'organizer' })),
  row('wait for my ok|okay|approval|confirmation|go', () => fact({ about: 'confirmation', by: 'organizer' })),
  row('book it|automatically|straight|right away|directly?', () =>
    fact({ about: 'confirmation', by: 'auto' }),
  ),
];

/** What it takes to confirm, and by when. */
export const policyRows: readonly RequestRule[] = [...quorums, ...deadlines, ...vetoes, ...confirmations];
