import type { DatesSense, PartOfDay, Shift, Unit } from './sense.ts';

/** One meaning and, separated by spaces, the words for it. */
export type WordRow = readonly [words: string, ...senses: DatesSense[]];

/** Twelve rows of month names. */
export function monthRows(names: readonly string[]): WordRow[] {
  return names.map((words, index) => [words, { kind: 'month', value: index + 1 }]);
}

/** Seven rows of weekday names, Monday first; then the same for plurals and adverbs of repetition. */
export function weekdayRows(names: readonly string[], plurals: readonly string[] = []): WordRow[] {
  return [
    ...names.map((words, value): WordRow => [words, { kind: 'weekday', value }]),
    ...plurals.map((words, value): WordRow => [words, { kind: 'weekday', value, plural: true }]),
  ];
}

/** Numbers from one on, in order, which are hours too as long as a clock has them. */
export function numberRows(words: readonly string[]): WordRow[] {
  return words.map((word, index): WordRow => {
    const value = index + 1;
    const number: DatesSense = { kind: 'number', value };
    if (value > 12) return [word, number];
    return [word, number, { kind: 'hour', seconds: (value % 12) * 3600, ambiguous: true }];
  });
}

export function unitRow(value: Unit, singular: string, plural: string): WordRow[] {
  return [
    [singular, { kind: 'unit', value }],
    [plural, { kind: 'unit', value, plural: true }],
  ];
}

export function shiftRow(value: Shift, words: string): WordRow {
  return [words, { kind: 'shift', value }];
}

export function partRow(value: PartOfDay, words: string): WordRow {
  return [words, { kind: 'part', value }];
}
