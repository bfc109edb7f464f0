import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyPeople } from '../../../infra/graph-emulator/company.ts';
import { tenantId } from '../../../infra/graph-emulator/access/tenant.ts';
import { startIdentity } from '../../../infra/local/identity/identity.ts';
import type { Identity } from '../../../infra/local/identity/identity.ts';
import { readTokens, registeredClient, requestTokens, signInForTokens } from './client.ts';

const resource = 'http://127.0.0.1:3980/mcp';
const graph = 'https://graph.microsoft.com';
const workerSecret = 'a secret of the worker for this test alone';
const agentSecret = 'a secret of the agent for this test alone';
const [alice, bob] = companyPeople;
if (alice === undefined || bob === undefined) throw new Error('The company has no people.');

async function tokenOf(identity: Identity, person: string, more?: Record<string, string>): Promise<string> {
  const clientId = await registeredClient(identity);
  const scope = 'calendars.read';
  const way = { clientId, person, scope, more: { resource, ...more } };
  return (await signInForTokens(identity, way)).access_token;
}

function form(assertion: string) {
  return {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    client_id: 'assent-worker',
    client_secret: workerSecret,
    assertion,
    scope: `${graph}/.default`,
    requested_token_use: 'on_behalf_of',
  };
}

describe('the on-behalf-of flow of the local OpenID provider', () => {
  let identity: Identity;
  beforeAll(async () => {
    identity = await startIdentity({ workerSecret, agentSecret, assentResource: resource });
  });
  afterAll(() => identity.stop());

  const refusal = async (change: Record<string, string>, of = identity) => {
    const response = await requestTokens(of, { ...form(await tokenOf(of, alice.id)), ...change });
    return { status: response.status, ...((await response.json()) as object) };
  };

  it('gives a person’s token for Graph, with what was consented to for everybody', async () => {
    const response = await requestTokens(identity, form(await tokenOf(identity, bob.id)));
    const { access_token: token } = await readTokens(response);
    const keys = createRemoteJWKSet(new URL(identity.jwksUrl));
    const { payload } = await jwtVerify(token, keys, { issuer: identity.issuer, audience: graph });
    expect(payload).toMatchObject({
      oid: bob.id,
      tid: tenantId,
      azp: 'assent-worker',
      scp: 'User.Read.All Calendars.ReadBasic Place.Read.All Tasks.ReadWrite',
    });
    expect(payload).not.toHaveProperty('roles');
  });

  it('gives single scopes that are asked for, and refuses those that nobody consented to', async () => {
    const some = { ...form(await tokenOf(identity, bob.id)), scope: `${graph}/Tasks.ReadWrite` };
    expect(await readTokens(await requestTokens(identity, some))).toMatchObject({ scope: 'Tasks.ReadWrite' });
    expect(await refusal({ scope: `${graph}/Mail.Send` })).toMatchObject({
      status: 400,
      error: 'invalid_grant',
      error_description: expect.stringContaining('AADSTS65001') as string,
    });
  });

  it('refuses everything where nothing was consented to', async () => {
    const strict = await startIdentity({ workerSecret, assentResource: resource, consentedGraphScopes: [] });
    expect(await refusal({}, strict)).toMatchObject({ error: 'invalid_grant' });
    await strict.stop();
  });

  it.each([
    ['no token', () => ({ assertion: '' }), 'invalid_grant'],
    ['what is no token', () => ({ assertion: 'a.b.c' }), 'invalid_grant'],
    [
      'a token for another resource',
      async () => ({
        assertion: await tokenOf(identity, alice.id, { resource: 'http://127.0.0.1:9/mcp' }),
      }),
      'invalid_grant',
    ],
    [
      'an application’s own token',
      async () => {
        const own = {
          grant_type: 'client_credentials',
          client_id: 'assent-agent',
          client_secret: agentSecret,
        };
        const answer = await readTokens(await requestTokens(identity, { ...own, resource }));
        return { assertion: answer.access_token };
      },
      'invalid_grant',
    ],
    ['another use', () => ({ requested_token_use: 'something' }), 'invalid_request'],
    ['no scope of Graph', () => ({ scope: 'openid' }), 'invalid_scope'],
    ['a wrong secret', () => ({ client_secret: agentSecret }), 'invalid_client'],
  ])('refuses %s', async (_, change, error) => {
    expect(await refusal(await change())).toMatchObject({ error });
  });

  it('is not for clients that registered themselves', async () => {
    const clientId = await registeredClient(identity);
    const { client_secret: _secret, ...open } = form(await tokenOf(identity, alice.id));
    expect((await requestTokens(identity, { ...open, client_id: clientId })).status).toBe(400);
  });
});
