import { existsSync } from 'node:fs';

import { locales } from '../../bot/language/grammar/locale.ts';
import { probabilities } from '../../bot/language/learned/weights.ts';
import type { Weights } from '../../bot/language/learned/weights.ts';
import { acts } from '../../bot/language/meaning/act.ts';
import { roles } from '../../bot/language/roles/role-features.ts';
import { corporaFile } from '../../bot/learning/corpora-file.ts';
import { learnWeights, random } from '../../bot/learning/learn-weights.ts';
import type { Lesson } from '../../bot/learning/learn-weights.ts';
import { actLesson, peopleNamed } from '../../bot/learning/lessons.ts';
import { actBuckets, actSchedule, roleBuckets, roleSchedule } from '../../bot/learning/make-tables.ts';
import { roleLessons } from '../../bot/learning/role-lessons.ts';
import { corpusSentences, ownSentences } from '../../bot/learning/sentences.ts';
import { askedFile } from './asked-file.ts';
import type { BenchResult, BenchRow } from './result.ts';
import { atLeast, below } from './result.ts';

export const description = 'Acts and roles by five folds: what the learned tables tell of sentences left out';

const folds = 5;
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
const harmless = new Set(
  ['none', 'help', 'social', 'nevermind'].map((act) => acts.findIndex((one) => one === act)),
);
const none = acts.indexOf('none');

function bestOf(weights: Weights, { found }: Lesson): number {
  const each = probabilities(weights, found, found.length);
  return each.indexOf(Math.max(...each));
}

/** The folds of the corpora; our own sentences are learned in every one. */
function actRows(file: string): BenchRow[] {
  const own = ownSentences();
  const people = peopleNamed(own);
  const lesson = (sentence: (typeof own)[number]) => actLesson(sentence, people, actBuckets);
  const outside = { right: 0, all: 0 };
  const rows = locales.map((locale) => {
    const mine = own.filter(({ language }) => language === locale);
    const again = mine.filter(({ marked }) => marked !== undefined);
    const learned = [...mine, ...again].map(lesson);
    const given = corpusSentences(file)
      .filter(({ language }) => language === locale)
      .map(lesson);
    const inside = { right: 0, all: 0 };
    for (let fold = 0; fold < folds; fold += 1) {
      const kept = given.filter((_, index) => index % folds !== fold);
      const weights = learnWeights([...kept, ...learned], acts, actBuckets, actSchedule);
      for (const one of given.filter((_, index) => index % folds === fold)) {
        const told = bestOf(weights, one);
        const isOutside = one.right.length === 1 && one.right[0] === none;
        const count = isOutside ? outside : inside;
        count.all += 1;
        if (isOutside ? harmless.has(told) : one.right.includes(told)) count.right += 1;
      }
    }
    const name = `${locale}: act right, mixed intents counted as any of theirs, of ${String(inside.all)}`;
    return atLeast(name, percent(inside.right, inside.all), '%', locale === 'en' ? 94 : 97);
  });
  return [
    ...rows,
    below('asks for nothing, taken for an act', 100 - percent(outside.right, outside.all), '%', 1.5),
  ];
}

/** Whole sentences: each of their parts has its role. */
function roleRows(): BenchRow[] {
  const next = random(3);
  const told = ownSentences()
    .map((sentence) => ({ act: sentence.acts[0], lessons: roleLessons(sentence, roleBuckets), at: next() }))
    .filter(({ lessons }) => lessons.length > 0)
    .sort((a, b) => a.at - b.at);
  const counts = new Map<string, { right: number; all: number }>();
  for (let fold = 0; fold < folds; fold += 1) {
    const kept = told.filter((_, index) => index % folds !== fold).flatMap(({ lessons }) => lessons);
    const weights = learnWeights(kept, roles, roleBuckets, roleSchedule);
    for (const { act, lessons } of told.filter((_, index) => index % folds === fold)) {
      const isRight = lessons.every((one) => one.right.includes(bestOf(weights, one)));
      for (const name of ['all of them', act ?? '']) {
        const count = counts.get(name) ?? { right: 0, all: 0 };
        counts.set(name, { right: count.right + (isRight ? 1 : 0), all: count.all + 1 });
      }
    }
  }
  return [...counts].map(([name, { right, all }]) =>
    atLeast(
      `roles, whole sentences: ${name}, of ${String(all)}`,
      percent(right, all),
      '%',
      name === 'all of them' ? 95 : 92,
    ),
  );
}

export function run(): Promise<BenchResult> {
  const file = askedFile() ?? corporaFile;
  if (!existsSync(file))
    return Promise.resolve({ rows: roleRows(), notes: [`Left out: ${file} is not there.`] });
  return Promise.resolve({ rows: [...actRows(file), ...roleRows()] });
}
