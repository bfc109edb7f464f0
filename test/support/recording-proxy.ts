import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PassedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Everything that was sent with it, as text: names and values. */
  readonly headers: string;
  readonly bearer: string;
  readonly body: string;
}

export interface RecordingProxy {
  /** Stands for the origin that it passes requests to. */
  readonly url: string;
  readonly passed: PassedRequest[];
  close(): Promise<void>;
}

/** Passes every HTTP request on to another server and notes all of it, tokens too. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const passed: PassedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url = '', headers } = request;
      const bearer = (headers.authorization ?? '').replace(/^Bearer /i, '');
      passed.push({ method, url, headers: request.rawHeaders.join('\n'), bearer, body: body.toString() });
      const onward = send(new URL(url, target), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      onward.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
