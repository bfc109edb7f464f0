import { acts } from '../language/meaning/act.ts';
import { locales } from '../language/grammar/locale.ts';
import type { Locale } from '../language/grammar/locale.ts';
import { tokenize } from '../language/grammar/token.ts';
import { languageFeatures } from '../language/lexicon/language-features.ts';
import { pack } from '../language/learned/weights.ts';
import type { StoredWeights } from '../language/learned/weights.ts';
import { learnWeights } from './learn-weights.ts';
import { actLesson, peopleNamed } from './lessons.ts';
import { learnTags, tagLesson } from './learn-tags.ts';
import { roleLessons } from './role-lessons.ts';
import { roles } from '../language/roles/role-features.ts';
import type { StoredTags } from '../language/parts/tag-words.ts';
import type { LearnedSentence } from './sentences.ts';

/** A power of two; features that share a bucket share their weights. */
export const actBuckets = 65_536;
/** Slow and long: measured by folds, faster steps lose a point. */
export const actSchedule = { rounds: 16, rate: 0.1, seed: 1 };
/** Our own sentences are written for this product and count double, where somebody marked their parts. */
const ownTimes = 2;

/** The table of one language's acts. */
export function makeActTable(
  locale: Locale,
  own: readonly LearnedSentence[],
  corpora: readonly LearnedSentence[],
): StoredWeights {
  const people = peopleNamed(own);
  const marked = own.filter((sentence) => sentence.marked !== undefined);
  const again = Array.from({ length: ownTimes - 1 }, () => marked).flat();
  const spoken = [...corpora, ...own, ...again].filter(({ language }) => language === locale);
  const lessons = spoken.map((sentence) => actLesson(sentence, people, actBuckets));
  return pack(learnWeights(lessons, acts, actBuckets, actSchedule));
}

/** The table of what words are part of, for all languages. */
export function makeTagTable(own: readonly LearnedSentence[]): StoredTags {
  const people = peopleNamed(own);
  return learnTags(
    own.filter(({ marked }) => marked !== undefined).map((sentence) => tagLesson(sentence, people)),
  );
}

export const roleBuckets = 32_768;
export const roleSchedule = { rounds: 30, rate: 0.03, seed: 1 };

/** The table of roles, for all languages. */
export function makeRoleTable(own: readonly LearnedSentence[]): StoredWeights {
  const lessons = own.flatMap((sentence) => roleLessons(sentence, roleBuckets));
  return pack(learnWeights(lessons, roles, roleBuckets, roleSchedule));
}

const languageBuckets = 16_384;
const languageSchedule = { rounds: 12, rate: 0.1, seed: 1 };

/** The table that tells languages apart; each language counts as much as the others. */
export function makeLanguageTable(
  own: readonly LearnedSentence[],
  corpora: readonly LearnedSentence[],
): StoredWeights {
  const all = [...own, ...corpora];
  const counts = new Map(
    locales.map((locale) => [locale, all.filter(({ language }) => language === locale).length]),
  );
  const most = Math.max(...counts.values());
  const lessons = all.map(({ text, language }) => ({
    found: [...languageFeatures(tokenize(text), languageBuckets)],
    right: [locales.indexOf(language)],
    weight: most / (counts.get(language) ?? most),
  }));
  return pack(learnWeights(lessons, locales, languageBuckets, languageSchedule));
}
