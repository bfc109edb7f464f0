import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a token endpoint answers next; no answer at all where the connection is cut. */
export type EndpointAnswer = { readonly status: number; readonly body: unknown } | 'cut';

export interface TestTokenEndpoint {
  /** `https://127.0.0.1:PORT` or `http://…`, without a path: every POST is answered, every GET with OpenID metadata. */
  readonly url: string;
  /** The forms that were posted. */
  readonly forms: readonly Readonly<Record<string, string>>[];
  close(): Promise<void>;
}

/** A token endpoint that answers each posted form as it is told, in the order of the forms. */
export async function startTokenEndpoint(
  answer: (form: Readonly<Record<string, string>>, count: number) => EndpointAnswer,
  tls?: { readonly key: string; readonly cert: string },
): Promise<TestTokenEndpoint> {
  const forms: Record<string, string>[] = [];
  let url = '';
  const metadata = () => ({
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/keys`,
  });
  const listener: RequestListener = (request, response) => {
    void text(request).then((body) => {
      const form = Object.fromEntries(new URLSearchParams(body));
      if (request.method === 'POST') forms.push(form);
      const told = request.method === 'POST' ? answer(form, forms.length) : { status: 200, body: metadata() };
      if (told === 'cut') request.socket.destroy();
      else
        response
          .writeHead(told.status, { 'content-type': 'application/json' })
          .end(JSON.stringify(told.body));
    });
  };
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    forms,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
