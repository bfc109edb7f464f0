import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addressesIn, readAddress } from '../../../../../workflows/domain/people/mail-address.ts';

describe('mail addresses in a text', () => {
  it.each([
    ["30 min with d'arcy@partner.example next week", [["d'arcy@partner.example", undefined]]],
    ['with "Pat Doe" <pat@partner.example> tomorrow', [['pat@partner.example', 'Pat Doe']]],
    ['with Bob Keller <mailto:Bob@contoso.example>', [['bob@contoso.example', 'Bob Keller']]],
    [
      'Keller, Bob <bob@contoso.example>, and ann@x.example.',
      [
        ['bob@contoso.example', 'Keller, Bob'],
        ['ann@x.example', undefined],
      ],
    ],
    [
      "'pat@x.example' (jane+list@x.example)",
      [
        ['pat@x.example', undefined],
        ['jane+list@x.example', undefined],
      ],
    ],
    ['meet @Bob at 3@home, a@b', []],
  ])('%s', (text, found) => {
    expect(addressesIn(text).map(({ address, name }) => [address, name])).toEqual(found);
  });

  it.each(["o'brien", 'a.b', 'x+y', 'jürgen', 'first_last', 'a-b'])(
    'takes %s before the @ as it is',
    (local) => {
      expect(readAddress(`${local}@partner.example`)?.address).toBe(`${local}@partner.example`);
    },
  );

  it('reads an address and nothing beside it', () => {
    expect(readAddress('bob@x.example and ann@x.example')).toBeUndefined();
    expect(readAddress('tell bob@x.example')).toBeUndefined();
    expect(readAddress('bob keller <bob@x.example>')?.name).toBe('bob keller');
  });

  it('quotes what stands in the text, whatever stands around it, in time that grows with the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
        const text = `${before} ann.lee@partner.example ${after}`;
        const found = addressesIn(text);
        expect(found.map(({ address }) => address)).toContain('ann.lee@partner.example');
        for (const { start, end, address } of found)
          expect(text.slice(start, end).toLowerCase()).toContain(address);
      }),
    );
    const begun = performance.now();
    addressesIn(`${'a.'.repeat(2000)}@${'b-'.repeat(2000)}`);
    addressesIn('<'.repeat(4000));
    expect(performance.now() - begun).toBeLessThan(200);
  });
});
