import type { Heard } from '../hear.ts';
import { quote } from '../lexicon/names.ts';
import type { UnderstandInput, Understanding } from '../meaning/understanding.ts';
import type { Tag } from '../parts/tag.ts';
import { isMeal } from '../rows/meals.ts';
import { generic } from '../parts/tagged-parts.ts';
import { runsOfTags } from '../parts/tag-runs.ts';
import { kindsOf } from '../parts/word-features.ts';
import { isFrameWord } from '../parts/tag-words.ts';
import { foldFacts } from './fold-facts.ts';
import { leftoverOf } from './leftover.ts';
import { nounTitle } from './noun-title.ts';
import type { NounTitle } from './noun-title.ts';
import { withNearest } from './nearest-people.ts';
import { segmentTitle } from './segment-title.ts';
import type { Said } from './free-text.ts';
import { settleByTags } from './settle-by-tags.ts';
import { taggedTitle } from './tagged-title.ts';
import { draftBefore, toldWish } from './told-wish.ts';

/** The wish that a sentence tells, with the wish before it, or what is open about it. */
export function requestOf(input: UnderstandInput, heard: Heard, tags: readonly Tag[]): Understanding {
  const { text, tokens } = heard;
  const said = settleByTags(heard, tags);
  const folded = withNearest(foldFacts(draftBefore(input, heard.context), said, text, tokens), input);
  const isNew = input.pending === undefined;
  const noun = folded.title === undefined ? nameOf({ ...heard, said }, tags, isNew) : undefined;
  const place = placeOf({ ...heard, said }, tags);
  const draft = {
    ...folded,
    ...(noun === undefined ? {} : { title: noun.title }),
    ...(place === undefined ? {} : { place: place.words }),
  };
  const explained = [noun, place].reduce<readonly Said[]>(
    (all, named) =>
      named === undefined ? all : [...all, { ...named, fact: { about: 'filler' }, weak: true }],
    said,
  );
  const leftover = leftoverOf(text, tokens, explained, tags);
  const understood = said
    .filter(({ fact }) => fact.about !== 'filler' && fact.about !== 'ask' && fact.about !== 'unsupported')
    .map(({ from, to }) => quote(text, tokens, from, to));
  return toldWish(draft, { pending: input.pending, understood, leftover });
}

/** What words that nobody else explains call the meeting; of a follow-up only a kind of meeting does. */
function nameOf(heard: Heard, tags: readonly Tag[], isNew: boolean): NounTitle | undefined {
  const { text, tokens, said } = heard;
  const noun = nounTitle(text, tokens, said);
  if (!isNew) return noun;
  const candidates = [noun, segmentTitle(text, tokens, said)].filter((title) => title !== undefined);
  return candidates.find((title) => namesSomething(title, heard)) ?? taggedTitle(heard, tags);
}

/** Where to meet, in words that nothing else explains. */
function placeOf(
  { text, tokens, said }: Heard,
  tags: readonly Tag[],
): { readonly words: string; readonly from: number; readonly to: number } | undefined {
  const kinds = kindsOf(tokens, said);
  const found = runsOfTags(tokens, tags).find(
    ({ tag, from, to }) => tag === 'place' && kinds.slice(from, to).includes('free'),
  );
  return found === undefined ? undefined : { ...found, words: quote(text, tokens, found.from, found.to) };
}

/** "Add event" is no name. */
const namesSomething = ({ from, to }: NounTitle, { tokens, said }: Heard): boolean =>
  said.some(
    (item) => from <= item.from && item.to <= to && item.fact.about === 'ask' && item.fact.noun === 'strong',
  ) ||
  tokens.slice(from, to).some((_, at) => isMeal(tokens, from + at)) ||
  tokens
    .slice(from, to)
    .some(
      ({ text: word }) =>
        /[\p{L}\d]/u.test(word) &&
        !generic.test(word) &&
        !(from === 0 && word === tokens[0]?.text && isFrameWord(word)),
    );
