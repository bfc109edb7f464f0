import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { possibleNames } from '../../../../bot/language/lexicon/possible-names.ts';

function asked(text: string): readonly string[] {
  return possibleNames(text).map((name) =>
    name.kind === 'words'
      ? `${name.words.join(' ')}${name.isGroup === true ? ' (group)' : ''}`
      : name.kind === 'address'
        ? name.address
        : name.id,
  );
}

describe('words that may be names', () => {
  it.each([
    ['30 min with Bob and Carol Osei next week about the roadmap', ['bob', 'carol osei', 'roadmap']],
    ['30 min with bob tomorrow', ['bob']],
    ['30 min with Keller, Bob tomorrow', ['keller bob']],
    ["lunch with O'Brien on Friday", ['o brien']],
    ['30 min with Mark and Will tomorrow', ['mark', 'will']],
    ['will it work in May?', []],
    ['30 min with the engineering team next week', ['engineering (group)']],
    ["with d'arcy@partner.example and Dan", ["d'arcy@partner.example", 'dan']],
    ['1 hour tomorrow morning', []],
    ['30 Minuten mit Eva und Jörg morgen', ['eva', 'jörg']],
  ])('%s', (text, names) => {
    expect(asked(text)).toEqual(names);
  });

  it('are few, however much is said', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z@.,']{1,12}$/), { maxLength: 300 }), (words) => {
        const names = possibleNames(words.join(' '));
        const said = names.flatMap((name) => (name.kind === 'words' ? name.words : []));
        expect(names.filter(({ kind }) => kind === 'words').length).toBeLessThanOrEqual(5);
        expect(new Set(said).size).toBeLessThanOrEqual(8);
        expect(names.length).toBeLessThanOrEqual(35);
      }),
    );
  });
});
