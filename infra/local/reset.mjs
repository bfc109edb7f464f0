// `npm run reset`: deletes all local state except the Temporal server that was downloaded or built.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { envFile, root, runMain } from './install.mjs';
import { runningInstance } from './running.mjs';

await runMain(() => {
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const state = resolve(root, process.env.ASSENT_STATE_DIR || '.assent');
  const running = runningInstance(state);
  if (running !== undefined)
    throw new Error(`Assent is running (process ${running}): stop it with Ctrl-C, then reset.`);
  if (existsSync(state))
    for (const entry of readdirSync(state))
      if (entry !== 'bin') rmSync(join(state, entry), { recursive: true, force: true });
  console.log(`${state} is empty again; a Temporal server in .assent/bin stays.`);
  return 0;
});
