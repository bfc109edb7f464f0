import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognizeDates } from '../../../../../bot/language/dates/recognize-dates.ts';
import type { Locale } from '../../../../../bot/language/grammar/locale.ts';
import { dateCases, recognizersFile, rightDates } from '../../../../bench/language.ts';
import otherLanguages from './other-languages.json' with { type: 'json' };

const reference = '2026-11-18T10:00:00';

describe.skipIf(!existsSync(recognizersFile))(`cases of ${recognizersFile}`, () => {
  it('are right by span and final value for at least 90 of 100 entities', () => {
    const cases = dateCases();
    const all = cases.reduce((sum, { expected }) => sum + expected.length, 0);
    const right = cases.reduce((sum, dateCase) => sum + rightDates(dateCase), 0);
    expect(right / all).toBeGreaterThan(0.9);
  });
});

describe('dates in German, French and Spanish', () => {
  it.each(otherLanguages)('$locale: $text', ({ locale, text, type, value }) => {
    const [found] = recognizeDates(text, reference, locale as Locale);
    expect(found?.type).toBe(type);
    const read =
      found === undefined ? '' : 'value' in found ? found.value : `${found.from ?? ''}..${found.to ?? ''}`;
    expect(read).toBe(value);
  });
});

describe('words that are dates only sometimes', () => {
  it.each([
    ['This may or may not be right.', []],
    ['You may ask in May.', ['May']],
    ['The aspect ratio is 4:3.', []],
    ['Call (206) 555-1212.', []],
    ['Version 2.10 is out.', []],
    ['Every Monday at 4pm', []],
  ])('%s', (text, found) => {
    expect(recognizeDates(text, reference, 'en').map((date) => date.text)).toEqual(found);
  });

  it('refuses a reference that is no local time', () => {
    expect(() => recognizeDates('today', 'NaN', 'en')).toThrow(/reference/);
    expect(() => recognizeDates('today', '2026-02-30T00:00:00', 'en')).toThrow(/reference/);
  });
});
