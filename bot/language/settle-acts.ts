import type { ScoredAct } from './acts/score-acts.ts';
import type { Heard } from './hear.ts';
import type { Act, Pending } from './meaning/act.ts';
import type { Fact } from './meaning/sense.ts';
import { isBareRequest, isTerseRequest, isWholeRequest } from './partial-request/asks-for-meeting.ts';
import type { Said } from './partial-request/free-text.ts';

/** What begins with these words is a question, however few they are. */
const ofCalendars: ReadonlySet<Act> = new Set(['new', 'free', 'room', 'join']);

/** What "schedule a meeting" may be taken for, beside a wish. */
const asked: ReadonlySet<Act> = new Set(['new', 'change', 'room', 'free', 'join', 'confirm', 'choose']);

/** Facts that only a wish has: how many must agree, until when to answer, how many times to offer. */
const ofWishes: ReadonlySet<Fact['about']> = new Set([
  'quorum',
  'veto',
  'answersBy',
  'answersWithin',
  'options',
  'buffer',
  'notice',
  'confirmation',
  'longer',
  'timesAsLong',
]);

/** A time alone changes the wish where that is at least so likely: it is then offered, and nobody is asked yet. */
const leastOfChange = 0.1;

/** "Bob": somebody's name alone asks for nothing. */
function isNamesAlone(count: number, said: readonly Said[]): boolean {
  const named = said.filter(({ fact }) => fact.about === 'attendees');
  return named.length > 0 && named.reduce((sum, { from, to }) => sum + to - from, 0) === count;
}

/** The likely acts, where the chart is surer than what was learned. */
export function settleActs(
  likely: readonly ScoredAct[],
  { tokens, said, chart }: Heard,
  pending: Pending,
): readonly ScoredAct[] {
  const [first] = likely;
  const surely = (act: Act): readonly ScoredAct[] => [{ act, probability: 1 }, ...likely];
  if (first === undefined || !tokens.some(({ text: word }) => /[\p{L}\d]/u.test(word))) return surely('none');
  if (pending === 'nothing' && isNamesAlone(tokens.length, said)) return surely('none');
  if (pending === 'nothing' && !ofCalendars.has(first.act) && isTerseRequest({ tokens, said, chart }))
    return surely('new');
  if (!asked.has(first.act) && isBareRequest({ tokens, said })) return surely('new');
  if (pending !== 'wish') return likely;
  if (isWholeRequest({ tokens, said })) return surely('new');
  if (said.some(({ fact }) => ofWishes.has(fact.about))) return surely('change');
  const isTimeAlone = said.every(
    ({ fact }) => fact.about === 'when' || fact.about === 'filler' || fact.about === 'shift',
  );
  const change = likely.find(({ act }) => act === 'change')?.probability ?? 0;
  return first.act === 'choose' && isTimeAlone && change >= leastOfChange ? surely('change') : likely;
}

/** Whether a wish that is talked about is changed by something that was surely said. */
export function changesWish(said: readonly Said[]): boolean {
  return said.some(
    ({ fact, weak }) =>
      !weak && fact.about !== 'filler' && fact.about !== 'ask' && fact.about !== 'unsupported',
  );
}

/** "remove Bob", "without Carol". */
export function takesOut(said: readonly Said[]): boolean {
  return said.some(({ fact }) => fact.about === 'without' || fact.about === 'replace');
}
