import type { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { StdioServerHandle } from '@modelcontextprotocol/server/stdio';
import { randomUUID } from 'node:crypto';
import { scopes } from '../../workflows/contract/catalogue/operation.ts';
import { personId } from '../../workflows/domain/people/person.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import type { Identity } from '../auth/identity.ts';
import { personBehind } from '../auth/identity.ts';
import { inboxUri, meetingUri } from '../resources/uri.ts';
import { createServerFactory } from '../server-factory.ts';
import type { ServerParts } from '../server-factory.ts';

/** Anyone who can start this process could do as much without it, so no token is required: it acts as its person. */
export function stdioIdentity(person: string): Identity {
  return {
    clientId: 'stdio',
    scopes: new Set(scopes),
    caller: { ok: true, value: { kind: 'person', personId: personId(person), surface: 'mcp' } },
  };
}

/** Serves every revision over standard input and output, for desktop clients. */
export function serveMcpStdio(input: {
  readonly parts: Omit<ServerParts, 'factsOf'>;
  readonly identity: Identity;
  readonly projections: Pick<Projections, 'subscribeInbox'>;
  readonly onError: (error: Error) => void;
}): StdioServerHandle {
  const { parts, identity, projections, onError } = input;
  const factory = createServerFactory({
    ...parts,
    factsOf: () => ({ identity, correlationId: randomUUID() }),
  });

  /** One pipe is one person: the connection receives all their meetings and filters what it wants. */
  function tell(mcp: McpServer): void {
    const person = personBehind(identity) ?? '';
    const watching = projections.subscribeInbox(person, ({ meetingId }) => {
      for (const uri of [meetingUri(meetingId), inboxUri])
        mcp.server.sendResourceUpdated({ uri }).catch(() => undefined);
    });
    watching.catch((error: unknown) => {
      onError(new Error('meetings cannot be watched', { cause: error }));
    });
    const { onclose } = mcp.server;
    mcp.server.onclose = () => {
      onclose?.();
      watching.then((end) => end()).catch(() => undefined);
    };
  }

  return serveStdio(
    async (context) => {
      const mcp = await factory(context);
      // The older era subscribes by request; the newer listens to what the connection receives.
      if (context.era === 'modern' && 'server' in mcp) tell(mcp);
      return mcp;
    },
    { onerror: onError },
  );
}
