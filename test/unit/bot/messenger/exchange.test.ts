import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterEach, describe, expect, it } from 'vitest';

import { sendRequest } from '../../../../bot/messenger/http-request.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

describe('an exchange over HTTP', () => {
  let close: (() => Promise<void>) | undefined;

  async function serve(
    handler: Handler,
  ): Promise<{ readonly url: string; readonly connections: () => number }> {
    const server = createServer(handler);
    let connections = 0;
    server.on('connection', () => {
      connections += 1;
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    close = async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    };
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/a`, connections: () => connections };
  }
  afterEach(async () => {
    await close?.();
    close = undefined;
  });

  it('brings the words there whole and the answer back whole, in any script', async () => {
    const { url } = await serve((request, response) => {
      void text(request).then((sent) => {
        response.writeHead(201, { 'retry-after': '7' });
        response.end(
          `${request.method ?? ''} ${request.headers['content-length'] ?? ''} ${request.headers.authorization ?? ''} ${sent}`,
        );
      });
    });
    const body = 'Đặng ✓ 李';
    const headers = { authorization: 'Bearer t' };
    const answer = await sendRequest({ method: 'PUT', url, headers, body, timeoutMs: 5000 });
    expect(answer.status).toBe(201);
    expect(answer.headers['retry-after']).toBe('7');
    expect(answer.body).toBe(`PUT ${Buffer.byteLength(body)} Bearer t ${body}`);
  });

  it('gives an answer of any status, without following it', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(307, { location: '/elsewhere' });
      response.end('moved');
    });
    const answer = await sendRequest({ method: 'GET', url, headers: {}, timeoutMs: 5000 });
    expect(answer).toMatchObject({ status: 307, body: 'moved' });
  });

  it('uses a connection again', async () => {
    const { url, connections } = await serve((_request, response) => response.end('{}'));
    for (let turn = 0; turn < 3; turn += 1) {
      await sendRequest({ method: 'POST', url, headers: {}, body: '{}', timeoutMs: 5000 });
    }
    expect(connections()).toBe(1);
  });

  it.each<[string, Handler]>([
    ['nothing is answered', () => undefined],
    [
      'an answer begins and never ends',
      (_request, response) => {
        response.writeHead(200);
        response.write('{"id":');
      },
    ],
  ])('rejects in time where %s', async (_what, handler) => {
    const { url } = await serve(handler);
    await expect(
      sendRequest({ method: 'POST', url, headers: {}, body: '{}', timeoutMs: 200 }),
    ).rejects.toThrow();
  });

  it('rejects where the connection breaks in the middle of the answer', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id":', () => response.destroy());
    });
    await expect(sendRequest({ method: 'GET', url, headers: {}, timeoutMs: 5000 })).rejects.toThrow();
  });

  it('rejects where nobody listens, and for what is no address', async () => {
    const { url } = await serve(() => undefined);
    await close?.();
    close = undefined;
    await expect(sendRequest({ method: 'GET', url, headers: {}, timeoutMs: 5000 })).rejects.toThrow(
      /ECONNREFUSED/,
    );
    await expect(
      sendRequest({ method: 'GET', url: 'nowhere', headers: {}, timeoutMs: 5000 }),
    ).rejects.toThrow();
  });
});
