import type { Grammar, Lexer } from '../grammar/chart.ts';
import { compileRules } from '../grammar/trie.ts';
import type { Locale } from '../grammar/locale.ts';
import { digitLexer } from './digits.ts';
import { englishLexers, englishRules } from './english/grammar.ts';
import { englishWords } from './english/words.ts';
import { frenchRules } from './french/rows.ts';
import { frenchWords } from './french/words.ts';
import { germanRules } from './german/rows.ts';
import { germanWords } from './german/words.ts';
import { isoMoments } from './iso-moments.ts';
import { numericDateLexer } from './numeric-dates.ts';
import type { DateRule } from './row.ts';
import type { DatesSense, Reference } from './sense.ts';
import { spanishRules } from './spanish/rows.ts';
import { spanishWords } from './spanish/words.ts';
import { wordLexer } from './word-lexer.ts';
import type { WordRow } from './word-rows.ts';

/** How one language says dates, times and durations. */
export interface DateLanguage {
  readonly words: readonly WordRow[];
  readonly lexers: readonly Lexer<DatesSense, Reference>[];
  readonly rules: readonly DateRule[];
}

function ofWords(words: readonly WordRow[], rules: readonly DateRule[]): DateLanguage {
  const months = words.flatMap(([names, sense]) =>
    sense?.kind === 'month' ? names.split(' ').map((name) => [name, sense.value] as const) : [],
  );
  return {
    words,
    rules: [...rules, ...isoMoments],
    lexers: [wordLexer(words), digitLexer, numericDateLexer(new Map(months))],
  };
}

export const dateLanguages: Readonly<Record<Locale, DateLanguage>> = {
  en: { words: englishWords, lexers: englishLexers, rules: [...englishRules, ...isoMoments] },
  de: ofWords(germanWords, germanRules),
  fr: ofWords(frenchWords, frenchRules),
  es: ofWords(spanishWords, spanishRules),
};

const compiled = new Map<Locale, Grammar<DatesSense, Reference>>();

/** The grammar of a language's dates, compiled at its first use. */
export function dateGrammar(locale: Locale): Grammar<DatesSense, Reference> {
  const known = compiled.get(locale);
  if (known !== undefined) return known;
  const { lexers, rules } = dateLanguages[locale];
  const grammar = { lexers, rules: compileRules(rules) };
  compiled.set(locale, grammar);
  return grammar;
}
