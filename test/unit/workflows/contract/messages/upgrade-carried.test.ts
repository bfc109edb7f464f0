import { describe, expect, it } from 'vitest';
import type { CarriedUpgrades } from '../../../../../workflows/contract/messages/upgrade-carried.ts';
import {
  carriedVersion,
  upgradeCarried,
} from '../../../../../workflows/contract/messages/upgrade-carried.ts';

const steps: CarriedUpgrades = [
  ({ old, ...rest }) => ({ ...rest, renamed: old }),
  (older) => ({ ...older, added: 0 }),
];

describe('a meeting that a run carried over', () => {
  it('stays as it is in the shape of today', () => {
    const carried = { version: carriedVersion, doneKeys: ['a'] };
    expect(upgradeCarried(carried)).toEqual(carried);
  });

  it.each([
    [
      { version: 1, old: 'x' },
      { version: 3, renamed: 'x', added: 0 },
    ],
    [{ old: 'x' }, { version: 3, renamed: 'x', added: 0 }],
    [
      { version: 2, renamed: 'x' },
      { version: 3, renamed: 'x', added: 0 },
    ],
    [
      { version: 3, renamed: 'x', added: 1 },
      { version: 3, renamed: 'x', added: 1 },
    ],
  ])('goes through every upgrade since its own shape: %j', (stored, upgraded) => {
    expect(upgradeCarried(stored, steps)).toEqual(upgraded);
  });

  it('of a newer build is refused with a sentence that says what to do', () => {
    expect(() => upgradeCarried({ version: 4 }, steps)).toThrow(
      /newer build \(shape 4; this build knows 3\)\. Make that build, or a newer one, the current one again/,
    );
  });
});
