import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isDeepStrictEqual } from 'node:util';
import { recognizeDates } from '../../bot/language/dates/recognize-dates.ts';
import type { RecognizedDate } from '../../bot/language/dates/recognize-dates.ts';
import { understand } from '../../bot/language/understand.ts';
import { inputOf } from '../unit/bot/language/cast.ts';
import { summaryOf } from '../unit/bot/language/summary.ts';
import type { Summary } from '../unit/bot/language/summary.ts';
import { askedFile } from './asked-file.ts';
import type { BenchResult } from './result.ts';
import { atLeast, below } from './result.ts';

export const description = 'Understanding sentences: exact-match rates and time a sentence';

/** A sentence of our own with what it means; `after` is the request that is being talked about. */
export interface LabelledSentence {
  readonly text: string;
  readonly after?: string;
  readonly expect: Summary;
}

const sentencesFolder = 'test/unit/bot/language/sentences';
export const recognizersFile = '../shared/language/recognizers-datetime-english.json';

/** All labelled sentences, by the name of their file. */
export function labelledSentences(): ReadonlyMap<string, readonly LabelledSentence[]> {
  const files = readdirSync(sentencesFolder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(`${sentencesFolder}/${name}`, 'utf8')) as LabelledSentence[],
    ]),
  );
}

/** What a labelled sentence is understood as. */
export function meaningOf({ text, after }: LabelledSentence): Summary {
  if (after === undefined) return summaryOf(understand(inputOf(text)));
  const before = understand(inputOf(after));
  const pending = 'draft' in before ? before.draft : undefined;
  return summaryOf(understand({ ...inputOf(text), ...(pending === undefined ? {} : { pending }) }));
}

interface ExpectedDate {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** `value`, or start and end joined with two dots. */
  readonly value: string;
}

/** A case of Microsoft's Recognizers, with the entities whose types are measured. */
export interface DateCase {
  readonly input: string;
  readonly reference: string;
  readonly expected: readonly ExpectedDate[];
}

interface RawCase {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string } | null;
  readonly Results: readonly {
    readonly Start: number;
    readonly End: number;
    readonly TypeName: string;
    readonly Resolution?: {
      readonly values?: readonly {
        readonly value?: string;
        readonly start?: string;
        readonly end?: string;
      }[];
    } | null;
  }[];
}

const measured = ['date', 'daterange', 'datetime', 'datetimerange', 'duration', 'time', 'timerange'];

export function dateCases(file = recognizersFile): readonly DateCase[] {
  const raw = JSON.parse(readFileSync(file, 'utf8')) as RawCase[];
  return raw.map(({ Input, Context, Results }) => ({
    input: Input,
    reference: (Context?.ReferenceDateTime ?? '2016-11-07T00:00:00').slice(0, 19),
    expected: Results.flatMap(({ Start, End, TypeName, Resolution }) => {
      const type = TypeName.split('.')[1] ?? '';
      const last = Resolution?.values?.at(-1) ?? {};
      const value = last.value ?? `${last.start ?? ''}..${last.end ?? ''}`;
      return measured.includes(type) ? [{ start: Start, end: End + 1, type, value }] : [];
    }),
  }));
}

function valueOf(found: RecognizedDate): string {
  if ('value' in found) return found.value;
  return found.from === 'not resolved' ? found.from : `${found.from ?? ''}..${found.to ?? ''}`;
}

/** How many of a case's entities were found with exactly their span, type and final value. */
export function rightDates({ input, reference, expected }: DateCase): number {
  const found = recognizeDates(input, reference, 'en');
  return expected.filter(({ start, end, type, value }) =>
    found.some(
      (date) => date.start === start && date.end === end && date.type === type && valueOf(date) === value,
    ),
  ).length;
}

/** The 95th percentile of the milliseconds that the work takes, in order of growing time. */
function p95Ms(work: readonly (() => void)[]): number {
  const times = work.map((task) => {
    const begun = performance.now();
    task();
    return performance.now() - begun;
  });
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? 0;
}

export function run(): Promise<BenchResult> {
  const own = [...labelledSentences().values()].flat();
  const ownRight = own.filter((sentence) => isDeepStrictEqual(meaningOf(sentence), sentence.expect)).length;
  const rows = [
    atLeast(`own sentences exact, of ${String(own.length)}`, (100 * ownRight) / own.length, '%', 95),
    below(
      'own sentences, understand, p95',
      p95Ms(
        own.map(
          ({ text }) =>
            () =>
              understand(inputOf(text)),
        ),
      ),
      'ms',
      5,
    ),
  ];
  const file = askedFile() ?? recognizersFile;
  if (!existsSync(file)) {
    return Promise.resolve({ rows, notes: [`Left out: ${file} is not there.`] });
  }
  const cases = dateCases(file);
  const all = cases.reduce((sum, { expected }) => sum + expected.length, 0);
  const right = cases.reduce((sum, dateCase) => sum + rightDates(dateCase), 0);
  const recognize = cases.map(
    ({ input, reference }) =>
      () =>
        recognizeDates(input, reference, 'en'),
  );
  return Promise.resolve({
    rows: [
      ...rows,
      atLeast(`shared dates, span and final value, of ${String(all)}`, (100 * right) / all, '%', 80),
      below('shared dates, p95', p95Ms(recognize), 'ms', 5),
    ],
    notes: ['@microsoft/recognizers-text-suite 1.3.1 alone: 314 of 493 shared dates (64 %).'],
  });
}
