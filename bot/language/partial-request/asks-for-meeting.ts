import type { Heard } from '../hear.ts';
import { kindsOf } from '../parts/word-features.ts';
import type { Fact } from '../meaning/sense.ts';
import type { Said } from './free-text.ts';

const isOnlySelf = (fact: Fact): boolean =>
  fact.about === 'attendees' && fact.people.length > 0 && fact.people.every(({ self }) => self === true);

/** Whether words ask for a meeting whatever else they say: somebody's name or a time alone does not. */
export function asksForMeeting(said: readonly Said[]): boolean {
  const about = new Set(
    said
      .map(({ fact }) => fact)
      .filter((fact) => fact.about !== 'filler' && !isOnlySelf(fact))
      .map((fact) => fact.about),
  );
  return about.has('attendees') && (about.has('duration') || (about.has('when') && about.has('ask')));
}

const beginning: ReadonlySet<string> = new Set(['ask', 'kind', 'duration', 'attendees', 'when']);

/**
 * "meet Dan by Friday", "45m Dan tomorrow": somebody, a time or a length, and no word that the grammar of requests does
 * not know. Whatever else is asked for needs a verb.
 */
export function isTerseRequest({ tokens, said, chart }: Pick<Heard, 'tokens' | 'said' | 'chart'>): boolean {
  const kinds = kindsOf(tokens, said);
  const about = new Set(said.map(({ fact }) => fact.about));
  const isWhole = about.has('attendees') && (about.has('when') || about.has('duration'));
  // "add Frank …" begins with a verb that the chart takes for part of the name.
  const isVerb = kinds[0] === 'attendees' && chart[0]?.every(({ sense }) => sense.kind !== 'person') === true;
  return isWhole && beginning.has(kinds[0] ?? '') && !isVerb && !kinds.includes('free');
}

/** "schedule a meeting": a verb of asking, a kind of meeting, and nothing else. */
export function isBareRequest({ tokens, said }: Pick<Heard, 'tokens' | 'said'>): boolean {
  const kinds = kindsOf(tokens, said);
  return kinds[0] === 'ask' && kinds.includes('kind') && kinds.every((kind) => saysNothing.has(kind));
}

const saysNothing: ReadonlySet<string> = new Set(['ask', 'kind', 'filler']);

/** "an hour with Erin next week": length, people and days stand for themselves, whatever wish there was before. */
export function isWholeRequest({ tokens, said }: Pick<Heard, 'tokens' | 'said'>): boolean {
  const about = new Set(said.map(({ fact }) => fact.about));
  const begins = kindsOf(tokens, said).find((kind) => kind !== 'filler');
  const isWhole = about.has('attendees') && about.has('duration') && about.has('when');
  return isWhole && (begins === 'duration' || begins === 'ask' || begins === 'kind');
}
