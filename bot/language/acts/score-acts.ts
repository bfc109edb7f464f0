import type { Locale } from '../grammar/locale.ts';
import { probabilities, unpack } from '../learned/weights.ts';
import type { StoredWeights, Weights } from '../learned/weights.ts';
import type { Act } from '../meaning/act.ts';
import { actFeatures } from './features.ts';
import type { ActSentence } from './features.ts';
import german from './tables/de.json' with { type: 'json' };
import english from './tables/en.json' with { type: 'json' };
import spanish from './tables/es.json' with { type: 'json' };
import french from './tables/fr.json' with { type: 'json' };

export interface ScoredAct {
  readonly act: Act;
  /** 0 to 1; those of all acts add up to 1. */
  readonly probability: number;
}

const stored: Readonly<Record<Locale, StoredWeights>> = { en: english, de: german, fr: french, es: spanish };
const unpacked = new Map<Locale, Weights>();

function weightsOf(locale: Locale): Weights {
  const known = unpacked.get(locale);
  if (known !== undefined) return known;
  const weights = unpack(stored[locale]);
  unpacked.set(locale, weights);
  return weights;
}

/** What a sentence asks for, the likeliest first: all acts with their probabilities. */
export function scoreActs(sentence: ActSentence, locale: Locale): readonly ScoredAct[] {
  const weights = weightsOf(locale);
  const found = actFeatures(sentence, weights.buckets);
  const each = probabilities(weights, found, found.size);
  return weights.classes
    .map((act, index) => ({ act: act as Act, probability: each[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}
