import { InvalidInputError } from '../../../workflows/domain/problems/invalid-input.ts';
import { findAll } from '../grammar/chart.ts';
import type { Finding } from '../grammar/chart.ts';
import { bestCover } from '../grammar/cover.ts';
import { tokenize } from '../grammar/token.ts';
import type { Token } from '../grammar/token.ts';
import type { Locale } from '../grammar/locale.ts';
import { parseIsoDate } from './civil.ts';
import { dateGrammar } from './grammars.ts';
import { recognizedValue } from './recognized-value.ts';
import type { RecognizedValue } from './recognized-value.ts';
import type { DatesSense, Reference } from './sense.ts';

/** An expression of time in a text, with its local value as Microsoft's Recognizers write it. */
export type RecognizedDate = RecognizedValue & {
  readonly text: string;
  /** Offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
};

const longestText = 4000;

/**
 * Finds the dates, times, ranges and durations of a text. `reference` is the local date and time that "today"
 * means, `YYYY-MM-DDTHH:mm:ss`. Where Recognizers list several values, theirs is the last.
 */
export function recognizeDates(text: string, reference: string, locale: Locale): RecognizedDate[] {
  const context = referenceOf(reference, locale);
  const read = text.slice(0, longestText);
  const tokens = tokenize(read);
  const chart = findAll(tokens, dateGrammar(locale), context);
  return bestCover(chart, worthOf).flatMap(({ from, to, sense }) => {
    const value = recognizedValue(sense);
    const [first, last] = [tokens[skipPreposition(tokens, from, sense)], tokens[to - 1]];
    if (value === undefined || first === undefined || last === undefined) return [];
    return [{ ...value, text: read.slice(first.start, last.end), start: first.start, end: last.end }];
  });
}

/** "on 29th" is read with its preposition and quoted without. */
function skipPreposition(tokens: readonly Token[], from: number, sense: DatesSense): number {
  const word = tokens[from]?.text;
  return (word === 'on' && sense.kind === 'date') ||
    (word === 'at' && sense.kind === 'moment' && /^\d/.test(tokens[from + 1]?.text ?? ''))
    ? from + 1
    : from;
}

function referenceOf(reference: string, locale: Locale): Reference {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)/.exec(reference);
  const day = parseIsoDate(match?.[1] ?? '');
  if (match === null || day === undefined) {
    throw new InvalidInputError(
      'malformed',
      'reference',
      `"${reference}" is not a local time YYYY-MM-DDTHH:mm:ss`,
    );
  }
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4]);
  return { day, seconds, dayFirst: locale !== 'en', todayCounts: false, weekdayMayBeToday: true };
}

const standing: ReadonlySet<string> = new Set([
  'date',
  'period',
  'time',
  'hours',
  'moment',
  'stretch',
  'duration',
  'recurring',
]);

function worthOf({ from, to, sense }: Finding<DatesSense>): number {
  return standing.has(sense.kind) ? (to - from) * 10 - 1 : 0;
}
