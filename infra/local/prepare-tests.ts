import { ConfigError, readConfig } from '../runtime/config/read-config.ts';
import { temporal } from '../runtime/config/temporal.ts';
import { makeFolders } from './layout.ts';
import { LocalStackError } from './local-stack-error.ts';
import { findServer } from './temporal/find-server.ts';

// `npm test` needs a Temporal server that tests can start; nothing is started here.
const leaving = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    leaving.abort();
  });

try {
  readConfig(process.env, { temporal });
  makeFolders();
  const { version, source } = await findServer({
    environment: process.env,
    tell: (line) => {
      console.log(line);
    },
    signal: leaving.signal,
  });
  console.log(`Temporal ${version}, ${source}.`);
} catch (error) {
  if (!(error instanceof LocalStackError || error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
