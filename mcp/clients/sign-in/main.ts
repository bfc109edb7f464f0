import { agent } from '../../../infra/runtime/config/agent.ts';
import { mcp } from '../../../infra/runtime/config/mcp.ts';
import { readConfig } from '../../../infra/runtime/config/read-config.ts';
import { state } from '../../../infra/runtime/config/state.ts';
import { scopes } from '../../../workflows/contract/catalogue/operation.ts';
import { runCommand } from '../run-command.ts';
import { serverUrlOf } from '../server-address.ts';
import { savedSignIn } from './saved-sign-in.ts';

// Writes a token of the person who signs in to standard output, for programs that take one.
await runCommand(async () => {
  const config = readConfig(process.env, { agent, mcp, state });
  const token = await savedSignIn({
    serverUrl: serverUrlOf(config),
    scopes: process.argv.length > 2 ? process.argv.slice(2) : scopes,
    exactly: true,
    folder: config.state.directory,
  });
  console.log(token);
});
