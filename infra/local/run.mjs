// `node infra/local/run.mjs FILE ARGUMENTS…`: the set-up of `npm start`, then a file of this project. Plain JavaScript
// for Node 20 with nothing installed; every command of package.json that reads the configuration goes this way.
import { installWhenNeeded, runMain, runOnPinnedNode } from './install.mjs';

await runMain(async () => {
  await installWhenNeeded();
  return runOnPinnedNode(process.argv.slice(2));
});
