import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text as readText } from 'node:stream/consumers';

import { createGraph } from '../../../workers/adapters/graph/transport/graph.ts';
import type { Graph } from '../../../workers/adapters/graph/transport/graph.ts';
import type { TokenSource } from '../../../workers/adapters/graph/sign-in/token-source.ts';

export interface HeardRequest {
  readonly method: string;
  /** Below the versioned root. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** A server that answers as a test wants, for answers that the emulator never gives. */
export async function startGraphLikeServer(
  answer: (request: HeardRequest, response: ServerResponse) => unknown,
  settings: { readonly tokenSource?: TokenSource; readonly patienceMs?: number } = {},
): Promise<{ readonly graph: Graph; readonly heard: HeardRequest[]; close(): Promise<void> }> {
  const heard: HeardRequest[] = [];
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await readText(request);
    const found: HeardRequest = {
      method: request.method ?? '',
      path: (request.url ?? '').replace(/^\/v1\.0/, ''),
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    heard.push(found);
    const body = await answer(found, response);
    if (response.writableEnded || response.destroyed) return;
    response.setHeader('content-type', 'application/json');
    response.end(body === undefined ? '' : JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    void reply(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    heard,
    graph: createGraph({
      baseUrl: `http://127.0.0.1:${address.port}/v1.0`,
      tokenSource: { token: () => Promise.resolve('the-token') },
      patienceMs: 500,
      ...settings,
    }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
