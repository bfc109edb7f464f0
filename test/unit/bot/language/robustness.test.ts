import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../../../workflows/domain/problems/invalid-input.ts';
import { understand } from '../../../../bot/language/understand.ts';
import type { MeetingRequestDraft } from '../../../../bot/language/meaning/understanding.ts';
import { labelledSentences } from '../../../bench/language.ts';
import { inputOf } from './cast.ts';

const words = [
  'with Bob and Carol next week 30 min 3pm on Friday not before after until Tuesday or the first half of december',
  'half an hour about every between 10 - 12 , . ; : " ( ) 1/2/2026 need 3 of 5 Alice optional in two weeks am may',
]
  .join(' ')
  .split(' ');

function millisecondsOf(text: string): number {
  const begun = performance.now();
  understand(inputOf(text));
  return performance.now() - begun;
}

describe('understanding anything at all', () => {
  it.each([
    '',
    ' ',
    '\n\n',
    '\u0000\u0001\u0007',
    '???',
    '\ud800',
    '🙂'.repeat(50),
    '---',
    '\u202e\u200f',
    '،؛؟',
  ])('makes nothing of %j', (text) => {
    expect(understand(inputOf(text)).kind).toBe('nothing');
  });

  it('never throws and always gives JSON for any mix of its own words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (mix) => {
        const understood = understand(inputOf(mix.join(' ')));
        expect(JSON.parse(JSON.stringify(understood))).toEqual(understood);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '30 min with Bob in 999999 years',
    '30 min with Bob in the next 999999 centuries',
    '30 min with Bob on 9999-12-31',
    '30 min with Bob in 999999 business days',
    '30 min with Bob 999999 decades after tomorrow. Bob is out for 999999 years',
    '30 min with Bob in 999999 hours',
    '30 min with Bob before 0001-01-01',
    'answers by the year 9999: 30 min with Bob',
  ])('does not break on “%s”', (text) => {
    expect(['request', 'question']).toContain(understand(inputOf(text)).kind);
  });

  it('gives an answer for sentences that other people wrote, whatever stands open', () => {
    const { draft } = understand(inputOf('30 min with Bob tomorrow')) as { draft: MeetingRequestDraft };
    for (const text of [...labelledSentences().values()].flat().map((sentence) => sentence.text))
      for (const open of [
        { standing: 'asked' },
        { standing: 'proposed' },
        { standing: 'booked' },
        { pending: draft },
      ] as const)
        expect(understand({ ...inputOf(text), ...open }).kind).toBeTypeOf('string');
  });

  it('reads right-to-left marks and control characters within words as it reads none', () => {
    const understood = understand(inputOf('cancel\u200f the \u0007budget\u202c meeting'));
    expect(understood).toMatchObject({ kind: 'act', act: 'cancel', which: { title: 'budget' } });
  });

  it('never throws for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
        understand(inputOf(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one letter', 'a'.repeat(100_000)],
    ['spaces', ' '.repeat(100_000)],
    ['names', 'Bob, '.repeat(20_000)],
    ['numbers', '1 '.repeat(50_000)],
    ['ranges', 'monday to '.repeat(10_000)],
    ['durations', '1 hour and '.repeat(10_000)],
    ['topics', 'about about '.repeat(10_000)],
    ['digits', '1/'.repeat(50_000)],
    ['addresses', 'a@a.'.repeat(25_000)],
    ['alternatives', 'tomorrow or friday at 3 or '.repeat(4000)],
    ['signs', '!?…#@'.repeat(20_000)],
    ['right-to-left marks', '\u200f\u202e'.repeat(50_000)],
    ['commands', 'cancel my meeting with Bob from Monday to '.repeat(2500)],
  ])('reads 100 kB of %s within two seconds', (_name, text) => {
    expect(millisecondsOf(text)).toBeLessThan(2000);
  });

  it.each([
    [{ now: 'NaN' }, 'malformed', 'now'],
    [{ now: '2026-11-18T09:00:00' }, 'malformed', 'now'],
    [{ timeZone: 'Mars/Olympus' }, 'unknownTimeZone', 'timeZone'],
    [{ timeZone: '' }, 'unknownTimeZone', 'timeZone'],
  ])('refuses %j', (wrong, reason, path) => {
    try {
      understand({ ...inputOf('30 min with Bob tomorrow'), ...wrong });
      expect.unreachable('It was understood.');
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      expect({ reason: error.reason, path: error.path }).toEqual({ reason, path });
    }
  });
});
