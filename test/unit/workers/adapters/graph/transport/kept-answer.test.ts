import { describe, expect, it } from 'vitest';

import { asViewer } from '../../../../../../infra/runtime/viewer.ts';
import { cacheAnswers } from '../../../../../../workers/adapters/graph/transport/cached-answer.ts';
import { personId } from '../../../../../../workflows/domain/people/person.ts';

describe('kept answers', () => {
  it('are asked for once by many at the same time, and again after their life', async () => {
    let asked = 0;
    const ask = cacheAnswers(30, (key) => Promise.resolve(`${key}${(asked += 1)}`));
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a1', 'a1', 'b2']);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ask('a')).toBe('a3');
  });

  it('are not kept when asking failed', async () => {
    let asked = 0;
    const ask = cacheAnswers(60_000, () =>
      (asked += 1) === 1 ? Promise.reject(new Error('cut')) : Promise.resolve('there'),
    );
    await expect(ask('a')).rejects.toThrow('cut');
    await expect(ask('a')).resolves.toBe('there');
  });

  it('are kept for each viewer apart, also from what the application saw', async () => {
    let asked = 0;
    const ask = cacheAnswers(60_000, () => Promise.resolve((asked += 1)));
    const as = (key: string) =>
      asViewer({ kind: 'person', personId: personId('ana'), assertion: key, key, expiresAtMs: 0 }, () =>
        ask('a'),
      );
    const application = () => asViewer({ kind: 'application' }, () => ask('a'));
    expect([await as('one'), await as('two'), await application(), await ask('a')]).toEqual([1, 2, 3, 4]);
    expect([await as('one'), await as('two'), await application(), await ask('a')]).toEqual([1, 2, 3, 4]);
  });
});
