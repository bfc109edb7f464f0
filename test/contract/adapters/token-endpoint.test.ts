import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { describe, expect, it } from 'vitest';

import { tokenSourceOf } from '../../../workers/adapters/graph/sign-in/token-source.ts';

describe('a token from an OAuth token endpoint', () => {
  it('is fetched with client credentials, kept until it ends, and its refusals are told apart', async () => {
    const forms: string[] = [];
    const answers = [
      { status: 200, body: { access_token: 'first', expires_in: 3600 } },
      { status: 200, body: { access_token: 'short', expires_in: 1 } },
      { status: 200, body: { access_token: 'third', expires_in: 3600 } },
      { status: 401, body: { error: 'invalid_client' } },
      { status: 503, body: {} },
    ];
    const endpoint = createServer((request, response) => {
      void text(request).then((form) => {
        const answer = answers[forms.length];
        forms.push(form);
        response.statusCode = answer?.status ?? 500;
        response.end(JSON.stringify(answer?.body));
      });
    }).listen(0, '127.0.0.1');
    await once(endpoint, 'listening');
    const address = endpoint.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const source = tokenSourceOf({
      clientId: 'me',
      clientSecret: 'secret',
      tokenUrl: `http://127.0.0.1:${port}/token`,
    });
    expect([await source.token(), await source.token()]).toEqual(['first', 'first']);
    expect([await source.token({ fresh: true }), await source.token()]).toEqual(['short', 'third']);
    expect(Object.fromEntries(new URLSearchParams(forms[0]))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'me',
      client_secret: 'secret',
      scope: 'https://graph.microsoft.com/.default',
    });
    await expect(source.token({ fresh: true })).rejects.toMatchObject({ reason: 'forbidden' });
    await expect(source.token({ fresh: true })).rejects.toMatchObject({ reason: 'unavailable' });
    endpoint.closeAllConnections();
    endpoint.close();
    await once(endpoint, 'close');
    await expect(source.token({ fresh: true })).rejects.toMatchObject({ reason: 'unavailable' });
  });
});
