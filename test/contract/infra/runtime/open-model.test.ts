import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openModel } from '../../../../infra/runtime/open-model.ts';
import { createModel } from '../../../../mcp/clients/agent/model.ts';
import type { ModelServer } from '../../../support/model-server.ts';
import { startModelServer } from '../../../support/model-server.ts';

const azure = {
  azureApiKey: undefined,
  azureClientId: undefined,
  azureApiVersion: '2024-10-21',
  azureDeployment: 'gpt',
  openAiBaseUrl: undefined,
  openAiApiKey: undefined,
  openAiModel: undefined,
};

describe('opening the language model', () => {
  let server: ModelServer;

  beforeEach(async () => {
    server = await startModelServer(() => ({ say: 'Hello.' }));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });

  async function ask(...[settings, signIn]: Parameters<typeof openModel>) {
    const opened = openModel(settings, signIn);
    if (opened === undefined) throw new Error('There is no model.');
    const asking = { role: 'user', content: 'Hello?' } as const;
    return await createModel(opened).ask([asking], [], AbortSignal.timeout(30_000));
  }

  it('signs in to Azure with a token of Entra ID where there is no key, anew for each request', async () => {
    let tokens = 0;
    const signIn = vi.fn(() => () => Promise.resolve(`token-${(tokens += 1)}`));
    const opened = openModel({ ...azure, azureEndpoint: server.url, azureClientId: 'identity-7' }, signIn);
    expect(tokens).toBe(0);
    for (let times = 0; times < 2; times += 1)
      await opened?.client.chat.completions.create({ model: opened.model, messages: [] });
    expect(server.headers.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    expect(server.headers[0]).not.toHaveProperty('api-key');
    expect(signIn).toHaveBeenCalledExactlyOnceWith('identity-7');
  });

  it('uses the key of Azure where there is one, and signs in nowhere', async () => {
    const signIn = vi.fn(() => () => Promise.resolve('token'));
    await ask({ ...azure, azureEndpoint: server.url, azureApiKey: 'the key' }, signIn);
    expect(server.headers[0]).toMatchObject({ 'api-key': 'the key' });
    expect(server.headers[0]).not.toHaveProperty('authorization');
    expect(signIn).not.toHaveBeenCalled();
  });

  it('lets the agent say that the model is not there when signing in fails', async () => {
    const fails = () => () => Promise.reject(new Error('no identity on this host'));
    const answer = await ask({ ...azure, azureEndpoint: server.url }, fails);
    expect(answer).toMatchObject({ kind: 'unavailable' });
    expect(server.seen).toEqual([]);
  });

  it('asks Azure where OPENAI_BASE_URL is set as well', async () => {
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/v1');
    const answer = await ask({ ...azure, azureEndpoint: server.url, azureApiKey: 'the key' });
    expect(answer).toMatchObject({ kind: 'text', text: 'Hello.' });
  });

  it('gets the token from the managed identity of the Azure host, by the protocol of App Service', async () => {
    const asked: string[] = [];
    const host = createServer((request, response) => {
      asked.push(`${request.headers['x-identity-header']?.toString() ?? ''} ${request.url ?? ''}`);
      const inAnHour = Math.floor(Date.now() / 1000) + 3600;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ access_token: 'host-token', expires_on: String(inAnHour), token_type: 'Bearer' }),
      );
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    const { port } = host.address() as AddressInfo;
    for (const name of ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_FEDERATED_TOKEN_FILE'])
      vi.stubEnv(name, undefined);
    vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${port}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'proof');
    try {
      const answer = await ask({ ...azure, azureEndpoint: server.url, azureClientId: 'identity-7' });
      expect(answer).toMatchObject({ kind: 'text' });
      expect(server.headers[0]?.authorization).toBe('Bearer host-token');
      expect(asked[0]).toMatch(/^proof /);
      expect(decodeURIComponent(asked[0] ?? '')).toContain('resource=https://cognitiveservices.azure.com');
      expect(asked[0]).toContain('client_id=identity-7');
    } finally {
      host.closeAllConnections();
      host.close();
      await once(host, 'close');
    }
  });
});
