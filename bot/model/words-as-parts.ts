import { hear } from '../language/hear.ts';
import type { Heard } from '../language/hear.ts';
import type { NamedPerson } from '../language/meaning/sense.ts';
import type { UnderstandInput } from '../language/meaning/understanding.ts';
import { leftoverOf } from '../language/partial-request/leftover.ts';
import { localTimeOf } from '../language/parts/local-time.ts';
import type { PartValue } from '../language/parts/part.ts';

/** Whether the words are from the message: names and texts that others would read are never a model's own. */
export function isFrom(message: string, words: string): boolean {
  if (words.includes('@')) return fold(message).includes(fold(words).trim());
  const known = wordsOf(message);
  const own = wordsOf(words);
  return own.length > 0 && own.every((word) => known.some((one) => one.startsWith(word)));
}

/** Whether two texts have a word in common. */
export function shareWord(one: string, other: string): boolean {
  const known = new Set(wordsOf(one));
  return wordsOf(other).some((word) => known.has(word));
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const everythingExplained = ({ text, tokens, said }: Heard): boolean =>
  leftoverOf(
    text,
    tokens,
    said,
    tokens.map(() => 'none'),
  ).length === 0;

/** Times that the words say, read in the message's language, else in English; undefined unless all of them are times. */
export function timesOf(words: string, input: UnderstandInput): readonly PartValue[] | undefined {
  for (const locale of new Set([input.locale ?? 'en', 'en'] as const)) {
    const heard = hear({ ...input, text: words, locale });
    const times = heard.said.flatMap(({ fact }): PartValue[] => {
      const isTime = fact.about === 'when' || fact.about === 'prefer';
      return isTime ? [{ kind: 'time', when: fact.when }] : [];
    });
    const others = heard.said.filter(
      ({ fact }) =>
        !['when', 'prefer', 'filler'].includes(fact.about) || ('except' in fact && fact.except !== undefined),
    );
    if (times.length > 0 && others.length === 0 && everythingExplained(heard)) return times;
  }
  return undefined;
}

/** The clock that the words say. */
export function endOf(words: string, input: UnderstandInput): readonly PartValue[] | undefined {
  const [time] = timesOf(words, input) ?? [];
  const at = time?.kind === 'time' ? localTimeOf(time.when, 'to') : undefined;
  return at === undefined ? undefined : [{ kind: 'end', at }];
}

/** Whoever is known by the name, as in any sentence; nobody: a stranger. */
export function personOf(name: string, input: UnderstandInput): readonly NamedPerson[] {
  const { chart, tokens } = hear({ ...input, text: name });
  for (const { to, sense } of chart[0] ?? []) {
    if (to !== tokens.length) continue;
    if (sense.kind === 'person') return [sense.person];
    if (sense.kind === 'people') return sense.people;
  }
  return [{ name, candidates: [] }];
}

/** The room of that name, any room, or one that nobody knows. */
export function roomOf(words: string, input: UnderstandInput): PartValue {
  for (const { fact } of hear({ ...input, text: words }).said) {
    if (fact.about !== 'room') continue;
    const { any, capacity, name, rooms } = fact;
    return { kind: 'room', room: any === true ? { kind: 'any', capacity } : { kind: 'named', name, rooms } };
  }
  const { chart, tokens } = hear({ ...input, text: words });
  const found = chart[0]?.find(({ to, sense }) => to === tokens.length && sense.kind === 'room')?.sense;
  const rooms = found?.kind === 'room' ? found.rooms : [];
  return { kind: 'room', room: { kind: 'named', name: words, rooms } };
}
