import type { Lexer } from '../grammar/chart.ts';
import { compileRules } from '../grammar/trie.ts';
import type { Trie } from '../grammar/trie.ts';
import { dateLanguages } from '../dates/grammars.ts';
import type { Locale } from '../grammar/locale.ts';
import { actionRows } from './action-rows.ts';
import { durationRows } from './duration-rows.ts';
import { fillerRows } from './filler-rows.ts';
import { followUpRows } from './follow-up-rows.ts';
import { frenchRequestRows } from './french-rows.ts';
import { germanRequestRows } from './german-rows.ts';
import { kindRows } from './kind-rows.ts';
import { organizerRows } from './organizer-rows.ts';
import { peopleRows } from './people-rows.ts';
import { placeRows } from './place-rows.ts';
import { policyRows } from './policy-rows.ts';
import type { RequestRule } from './row.ts';
import { searchRows } from './search-rows.ts';
import type { RequestContext, RequestSense } from '../meaning/sense.ts';
import { spanishRequestRows } from './spanish-rows.ts';
import { topicRows } from './topic-rows.ts';
import { whenRows } from './when-rows.ts';
import { wishRows } from './wish-rows.ts';
import { zoneRows } from './zone-rows.ts';

const englishRows: readonly RequestRule[] = [
  ...organizerRows,
  ...peopleRows,
  ...durationRows,
  ...wishRows,
  ...policyRows,
  ...searchRows,
  ...placeRows,
  ...zoneRows,
  ...whenRows,
  ...topicRows,
  ...actionRows,
  ...followUpRows,
  ...kindRows,
  ...fillerRows,
];

const ownRows: Readonly<Record<Locale, readonly RequestRule[]>> = {
  en: [],
  de: germanRequestRows,
  fr: frenchRequestRows,
  es: spanishRequestRows,
};

/** Everything that reads requests in one language. English words serve in all: people mix them. */
export interface RequestGrammar {
  readonly lexers: readonly Lexer<RequestSense, RequestContext>[];
  readonly rules: Trie<RequestSense, RequestContext>;
  /** Whether the grammar itself knows the word, so that it is nobody's name and no misspelling. */
  readonly knows: (word: string) => boolean;
  /** Words that are worth correcting: what times, lengths and requests are told with. */
  readonly spellings: readonly string[];
}

const compiled = new Map<Locale, RequestGrammar>();

/** The grammar of requests in a language, compiled at its first use. */
export function requestGrammar(locale: Locale): RequestGrammar {
  const known = compiled.get(locale);
  if (known !== undefined) return known;
  const { words, lexers, rules: dateRules } = dateLanguages[locale];
  const rules = [...dateRules, ...ownRows[locale], ...englishRows];
  const dateWords = words.flatMap(([row]) => row.split(' '));
  const namesOfDays = words.flatMap(([row, sense]) =>
    sense?.kind === 'weekday' || sense?.kind === 'month' ? row.split(' ') : [],
  );
  const vocabulary = new Set([...rules.flatMap(({ pattern }) => wordsOf(pattern)), ...dateWords]);
  const grammar = {
    lexers,
    rules: compileRules<RequestSense, RequestContext>(rules),
    knows: (word: string) => vocabulary.has(word),
    spellings: [...namesOfDays, ...worthCorrecting[locale].split(' ')],
  };
  compiled.set(locale, grammar);
  return grammar;
}

function wordsOf(pattern: string): string[] {
  return pattern.split(/[ |]/).map((word) => (word.length > 1 ? word.replace(/\?$/, '') : word));
}

const worthCorrecting: Readonly<Record<Locale, string>> = {
  en: 'meeting meetings appointment appointments tomorrow tonight yesterday morning mornings afternoon afternoons evening minutes weekend midnight fortnight schedule optional reschedule everyone between',
  de: 'übermorgen nachmittag vormittag besprechung',
  fr: 'demain maintenant réunion',
  es: 'mañana reunión',
};
