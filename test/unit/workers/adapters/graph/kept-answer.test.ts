import { describe, expect, it } from 'vitest';

import { keepAnswers } from '../../../../../workers/adapters/graph/kept-answer.ts';

describe('kept answers', () => {
  it('are asked for once by many at the same time, and again after their life', async () => {
    let asked = 0;
    const ask = keepAnswers(30, (key) => Promise.resolve(`${key}${(asked += 1)}`));
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a1', 'a1', 'b2']);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ask('a')).toBe('a3');
  });

  it('are not kept when asking failed', async () => {
    let asked = 0;
    const ask = keepAnswers(60_000, () =>
      (asked += 1) === 1 ? Promise.reject(new Error('cut')) : Promise.resolve('there'),
    );
    await expect(ask('a')).rejects.toThrow('cut');
    await expect(ask('a')).resolves.toBe('there');
  });
});
