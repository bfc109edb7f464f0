import { locales } from '../grammar/locale.ts';
import type { Locale } from '../grammar/locale.ts';
import type { Token } from '../grammar/token.ts';
import { probabilities, unpack } from '../learned/weights.ts';
import type { Weights } from '../learned/weights.ts';
import { languageFeatures } from './language-features.ts';
import stored from './tables/languages.json' with { type: 'json' };

/** Names and numbers alone are of no language; this sure is sure enough to answer in it. */
const sureEnough = 0.7;

let weights: Weights | undefined;

/** The language of a sentence; English where none is sure. */
export function detectLocale(tokens: readonly Token[]): Locale {
  return tellingLocale(tokens) ?? 'en';
}

/** The same; undefined for words that no language tells apart, such as "Bob 30". */
export function tellingLocale(tokens: readonly Token[]): Locale | undefined {
  weights ??= unpack(stored);
  const found = languageFeatures(tokens, weights.buckets);
  const each = probabilities(weights, found, found.size);
  const best = each.indexOf(Math.max(...each));
  return (each[best] ?? 0) >= sureEnough ? locales[best] : undefined;
}
