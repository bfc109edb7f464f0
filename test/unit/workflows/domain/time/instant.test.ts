import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalInstantMs } from '../../../../../workflows/domain/time/canonical-instant.ts';
import { instantMs } from '../../../../../workflows/domain/time/instant.ts';

const anyInstant = fc
  .integer({ min: Date.parse('0000-01-01T00:00:00.000Z'), max: Date.parse('9999-12-31T23:59:59.999Z') })
  .map((ms) => new Date(ms).toISOString());

describe('instants', () => {
  it('reads what toISOString writes', () => {
    fc.assert(
      fc.property(anyInstant, (text) => {
        expect(canonicalInstantMs(text)).toBe(Date.parse(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads one changed character as Date.parse does, or leaves it to Date.parse', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.nat({ max: 23 }),
        fc.constantFrom(...'0123456789-:.TZ x'.split('')),
        (text, at, character) => {
          const changed = text.slice(0, at) + character + text.slice(at + 1);
          const quick = canonicalInstantMs(changed);
          if (quick !== undefined) expect(new Date(quick).toISOString()).toBe(changed);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  const accepted = [
    ['2026-02-28T24:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['2026-03-29T02:30:00+02:00', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T02:30Z', '2026-03-29T02:30:00.000Z'],
    ['2026-03-29T02:30:00.1234567Z', '2026-03-29T02:30:00.123Z'],
  ] as const;
  for (const [text, expected] of accepted) {
    it(`reads ${text}`, () => {
      expect(new Date(instantMs(text, 'start')).toISOString()).toBe(expected);
    });
  }

  const rejected = ['2026-03-29T02:30:00', '2026-03-29', 'tomorrow', '', '2026-13-01T00:00:00.000Z', 'NaN'];
  for (const text of rejected) {
    it(`refuses "${text}", for which another machine could give another answer or none`, () => {
      expect(() => instantMs(text, 'windows.0.start')).toThrow(
        expect.objectContaining({ reason: 'malformed', path: 'windows.0.start' }),
      );
    });
  }
});
