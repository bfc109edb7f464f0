// `npm run demo`: the set-up of `npm start`, then one meeting from a sentence to the calendar.
import { installWhenNeeded, runMain, runOnPinnedNode } from './install.mjs';

await runMain(async () => {
  await installWhenNeeded();
  return runOnPinnedNode(['test/demo/demo.ts', ...process.argv.slice(2)]);
});
