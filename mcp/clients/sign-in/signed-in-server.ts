import type { agent } from '../../../infra/runtime/config/agent.ts';
import type { mcp } from '../../../infra/runtime/config/mcp.ts';
import type { ValuesOf } from '../../../infra/runtime/config/section.ts';
import type { state } from '../../../infra/runtime/config/state.ts';
import { CommandError } from '../run-command.ts';
import { acceptsToken, serverUrlOf } from '../server-address.ts';
import { savedSignIn } from './saved-sign-in.ts';

interface Settings {
  readonly agent: ValuesOf<(typeof agent)['variables']>;
  readonly mcp: ValuesOf<(typeof mcp)['variables']>;
  readonly state: ValuesOf<(typeof state)['variables']>;
}

/** The server to talk to, and a token for it that allows `scopes`: ASSENT_TOKEN, an earlier sign-in, or a new one. */
export async function signedInServer(
  config: Settings,
  scopes: readonly string[],
): Promise<{ readonly serverUrl: string; readonly token: string }> {
  const serverUrl = serverUrlOf(config);
  const { token } = config.agent;
  if (token === undefined) {
    const { directory: folder } = config.state;
    return { serverUrl, token: await savedSignIn({ serverUrl, scopes, folder }) };
  }
  if (await acceptsToken(serverUrl, token)) return { serverUrl, token };
  throw new CommandError(
    `${serverUrl} does not accept ASSENT_TOKEN: it has expired, or is for another server. Unset it to sign in.`,
  );
}
