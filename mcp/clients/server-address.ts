import type { agent } from '../../infra/runtime/config/agent.ts';
import { publicUrlOf } from '../../infra/runtime/config/mcp.ts';
import type { ValuesOf } from '../../infra/runtime/config/section.ts';
import { CommandError, nothingAnswers } from './run-command.ts';

/** The MCP address that commands connect to: the one that is set, or that of the server with the same settings. */
export function serverUrlOf(config: {
  readonly agent: Pick<ValuesOf<(typeof agent)['variables']>, 'serverUrl'>;
  readonly mcp: Parameters<typeof publicUrlOf>[0];
}): string {
  return config.agent.serverUrl ?? `${publicUrlOf(config.mcp)}/mcp`;
}

/** Whether the server takes this token. @throws CommandError where no server answers. */
export async function acceptsToken(serverUrl: string, token: string | undefined): Promise<boolean> {
  try {
    const response = await fetch(serverUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: '{}',
    });
    await response.body?.cancel();
    return response.status !== 401;
  } catch (error) {
    throw new CommandError(nothingAnswers(new URL(serverUrl).origin), { cause: error });
  }
}
