import { expect, it } from 'vitest';
import { holdBack } from '../../../../workers/client/hold-back.ts';

it('delivers what arrived early after the release, in order, and everything else as it arrives', () => {
  const delivered: number[] = [];
  const { take, release } = holdBack((message: number) => delivered.push(message));
  take(1);
  take(2);
  expect(delivered).toEqual([]);
  release();
  expect(delivered).toEqual([1, 2]);
  take(3);
  release();
  expect(delivered).toEqual([1, 2, 3]);
});
