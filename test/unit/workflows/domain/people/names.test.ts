import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldings, isSameWord } from '../../../../../workflows/domain/people/letters.ts';
import { namesakes } from '../../../../../workflows/domain/people/namesakes.ts';
import { nearestNames } from '../../../../../workflows/domain/people/near-names.ts';
import { nameWords } from '../../../../../workflows/domain/people/spellings.ts';

const named = (displayName: string) => ({ displayName });
const people = [
  'Carol Osei',
  'Bob Keller',
  'Keller, Anna (Sales)',
  "Niamh O'Brien",
  'Jean-Luc Petit',
  'Ewa Łukasik',
  'Søren Ångström',
  'Zoë Müller',
  'Robert Stone',
].map(named);
const found = (text: string) => namesakes(nameWords(text), people).map(({ displayName }) => displayName);

describe('letters that keyboards lack', () => {
  it.each([
    ['Łukasik', 'lukasik'],
    ['Søren', 'soren'],
    ['Søren', 'soeren'],
    ['Müller', 'muller'],
    ['Müller', 'Mueller'],
    ['Weiß', 'weiss'],
    ['Đorđe', 'dorde'],
    ['Æsir', 'aesir'],
    ['José', 'JOSE'],
  ])('%s is %s', (one, other) => {
    expect(isSameWord(one, other)).toBe(true);
    expect(isSameWord(other, one)).toBe(true);
  });

  it('folds to words that fold to themselves, and every word is the same as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (word) => {
        expect(isSameWord(word, word)).toBe(true);
        for (const form of foldings(word)) expect(foldings(form)).toContain(form);
      }),
    );
  });
});

describe('a name is borne', () => {
  it.each([
    ['bob', ['Bob Keller']],
    ['Keller', ['Bob Keller', 'Keller, Anna (Sales)']],
    ['Keller, Bob', ['Bob Keller']],
    ['anna keller', ['Keller, Anna (Sales)']],
    ["o'brien", ["Niamh O'Brien"]],
    ['niamh o’brien', ["Niamh O'Brien"]],
    ['jean luc petit', ['Jean-Luc Petit']],
    ['ewa lukasik', ['Ewa Łukasik']],
    ['soren angstrom', ['Søren Ångström']],
    ['zoe mueller', ['Zoë Müller']],
    ['rob', ['Robert Stone']],
    ['karol', []],
  ])('as %s', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('whole in any order of its words that people use, whatever the name', () => {
    const word = fc.stringMatching(/^[A-Z][a-zéøł]{1,8}$/);
    fc.assert(
      fc.property(word, word, (first, last) => {
        const someone = named(`${first} ${last}`);
        for (const text of [
          `${first} ${last}`,
          `${last}, ${first}`,
          first,
          last,
          `${first} ${last}`.toUpperCase(),
        ])
          expect(namesakes(nameWords(text), [someone])).toEqual([someone]);
      }),
    );
  });
});

describe('a near miss', () => {
  it.each([
    ['Karol', ['Carol Osei']],
    ['Bop', ['Bob Keller']],
    ['Kellr', ['Bob Keller', 'Keller, Anna (Sales)']],
    ['caro', ['Carol Osei']],
    ['bob kelar', ['Bob Keller']],
    ['roadmap', []],
    ['xy', []],
  ])('of %s', (text, names) => {
    expect(nearestNames(nameWords(text), people, 3).map(({ displayName }) => displayName)).toEqual(names);
  });

  it('goes to who is nearer to the speaker where two are as near', () => {
    const two = ['Carla Osei', 'Karla Ray'].map(named);
    expect(nearestNames(['karlo'], two.toReversed(), 1)).toEqual([two[1]]);
  });
});
