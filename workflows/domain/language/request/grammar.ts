import type { Lexer } from '../grammar/chart.ts';
import { compileRules } from '../grammar/trie.ts';
import type { Trie } from '../grammar/trie.ts';
import { englishLexers, englishRules } from '../dates/english/grammar.ts';
import { englishWords } from '../dates/english/words.ts';
import { durationRows } from './duration-rows.ts';
import { fillerRows } from './filler-rows.ts';
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
