import type { Lexer } from '../grammar/chart.ts';
import { compileRules } from '../grammar/trie.ts';
import type { Trie } from '../grammar/trie.ts';
import { englishLexers, englishRules } from '../dates/english/grammar.ts';
import { englishWords } from '../dates/english/words.ts';
import { actionRows } from './action-rows.ts';
import { commandRows } from './command-rows.ts';
import { durationRows } from './duration-rows.ts';
import { fillerRows } from './filler-rows.ts';
import { followUpRows } from './follow-up-rows.ts';
import { peopleRows } from './people-rows.ts';
import { placeRows } from './place-rows.ts';
import { policyRows } from './policy-rows.ts';
import { searchRows } from './search-rows.ts';
import type { RequestContext, RequestSense } from './sense.ts';
import { topicRows } from './topic-rows.ts';
import { whenRows } from './when-rows.ts';
import { wishRows } from './wish-rows.ts';

const rules = [
  ...englishRules,
  ...peopleRows,
  ...durationRows,
  ...wishRows,
  ...policyRows,
  ...searchRows,
  ...placeRows,
  ...whenRows,
  ...topicRows,
  ...actionRows,
  ...followUpRows,
  ...commandRows,
  ...fillerRows,
];

/** All rows of requests in English, compiled once. */
export const englishRequestRules: Trie<RequestSense, RequestContext> = compileRules<
  RequestSense,
  RequestContext
>(rules);

export const englishRequestLexers: readonly Lexer<RequestSense, RequestContext>[] = englishLexers;

const vocabulary = new Set([
  ...rules.flatMap(({ pattern }) => pattern.split(/[ |]/).map((word) => word.replace(/\?$/, ''))),
  ...englishWords.flatMap(([words]) => words.split(' ')),
]);

/** Whether the grammar itself knows the word, so that it is nobody's name. */
export function isEnglishVocabulary(word: string): boolean {
  return vocabulary.has(word);
}

/** Words that are worth correcting: what times, lengths and requests are told with. */
export const spellingTargets: readonly string[] = [
  ...englishWords.flatMap(([words]) => words.split(' ')),
  ...'tomorrow today yesterday tonight half noon midnight before after between until without optional schedule meeting'.split(
    ' ',
  ),
  ...'except everyone please about discuss mornings afternoons reschedule cancel confirm agenda online'.split(
    ' ',
  ),
];
