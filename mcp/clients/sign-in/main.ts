import { agent } from '../../../infra/runtime/config/agent.ts';
import { ConfigError, readConfig } from '../../../infra/runtime/config/read-config.ts';
import { state } from '../../../infra/runtime/config/state.ts';
import { scopes } from '../../../workflows/contract/catalogue/operation.ts';
import { savedSignIn } from './saved-sign-in.ts';

// Writes a token of the person who signs in to standard output, for programs that take one.
try {
  const config = readConfig(process.env, { agent, state });
  const token = await savedSignIn({
    serverUrl: config.agent.serverUrl,
    scopes: process.argv.length > 2 ? process.argv.slice(2) : scopes,
    folder: config.state.directory,
    show: (address) => {
      console.error(`Sign in here:\n  ${address.href}`);
    },
  });
  console.log(token);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(2);
}
