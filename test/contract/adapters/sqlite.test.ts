import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSqliteShared } from '../../../workers/adapters/sqlite/shared.ts';
import { describeSharedState } from './shared-state.suite.ts';

describeSharedState('the shared state in SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assent-sqlite-'));
  const file = join(folder, 'made', 'on the way', 'shared.sqlite');
  const state = openSqliteShared({ file, onError: () => undefined });
  return {
    address: { kind: 'sqlite', file },
    state: {
      ...state,
      close: async () => {
        await state.close();
        await rm(folder, { recursive: true });
      },
    },
  };
});
