// `npm start`: plain JavaScript for Node 20 with nothing installed; the rest is start.ts.
import { installWhenNeeded, runMain, runOnPinnedNode } from './install.mjs';

await runMain(async () => {
  await installWhenNeeded();
  return runOnPinnedNode(['infra/local/start.ts', ...process.argv.slice(2)]);
});
