import { afterAll, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRateLimit } from '../../../../mcp/auth/rate-limit.ts';
import { openSqliteShared } from '../../../../workers/adapters/sqlite/shared.ts';

const folder = await mkdtemp(join(tmpdir(), 'assent-rate-'));
const shared = openSqliteShared({ file: join(folder, 'shared.db') });
afterAll(async () => {
  await shared.close();
  await rm(folder, { recursive: true });
});

test.each([1, 7, 60, 250])(
  'of %i calls a minute none is lost and none is too many, over two processes',
  async (perMinute) => {
    const limits = [1, 2].map(() => createRateLimit({ store: shared.store, perMinute }));
    let passed = 0;
    for (let call = 0; call < perMinute * 3; call += 1)
      if ((await limits[call % 2]?.(`k${perMinute}`)) === undefined) passed += 1;
    expect(passed).toBeLessThanOrEqual(perMinute);
    expect(passed).toBeGreaterThan(perMinute * 0.98 - 1);
  },
);

test('a refused caller learns how long to wait', async () => {
  const limit = createRateLimit({ store: shared.store, perMinute: 1 });
  expect(await limit('wait')).toBeUndefined();
  const waitMs = await limit('wait');
  expect(waitMs).toBeGreaterThan(0);
  expect(waitMs).toBeLessThanOrEqual(60_000);
  expect(await limit('other')).toBeUndefined();
});
