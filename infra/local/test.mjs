// `npm test`: the set-up of `npm start`, then the tests. Arguments go to vitest.
import { installWhenNeeded, runMain, runOnPinnedNode } from './install.mjs';

await runMain(async () => {
  await installWhenNeeded();
  const prepared = await runOnPinnedNode(['infra/local/prepare-tests.ts']);
  if (prepared !== 0) return prepared;
  return runOnPinnedNode(['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]);
});
