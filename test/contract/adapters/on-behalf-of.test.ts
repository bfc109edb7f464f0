import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { inspect } from 'node:util';
import { decodeJwt } from 'jose';
import { afterAll, describe, expect, it, vi } from 'vitest';

import { exchangeOf } from '../../../workers/adapters/graph/sign-in/exchange.ts';
import type { OnBehalfOfApp } from '../../../infra/runtime/config/on-behalf-of.ts';
import type { Exchange } from '../../../workers/adapters/graph/sign-in/exchange.ts';
import { ClaimsNeededError } from '../../../workers/adapters/graph/sign-in/sign-in-error.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { startTokenEndpoint } from '../../support/token-endpoint.ts';
import type { EndpointAnswer } from '../../support/token-endpoint.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const clientId = '22222222-2222-4222-8222-222222222222';
const assertion = 'the.token.of-a-person';
const certificate = makeCertificate('login.test');
const proofs = path.join(certificate?.folder ?? '/', 'app.pem');
if (certificate !== undefined)
  writeFileSync(proofs, readFileSync(certificate.key, 'utf8') + readFileSync(certificate.cert, 'utf8'));
afterAll(() => {
  if (certificate !== undefined) rmSync(certificate.folder, { recursive: true });
});

const given: EndpointAnswer = {
  status: 200,
  body: { token_type: 'Bearer', access_token: 'for-graph', expires_in: 3600, scope: 'User.Read.All' },
};

/** An exchange at a plain endpoint, or at a counterpart of Entra ID over HTTPS through the library. */
async function exchangeAt(
  kind: 'plain' | 'Entra',
  answer: (form: Readonly<Record<string, string>>, count: number) => EndpointAnswer,
  proof: Extract<OnBehalfOfApp, { proof: unknown }>['proof'] = { kind: 'secret', clientSecret: 'app-secret' },
) {
  if (kind === 'plain') {
    const endpoint = await startTokenEndpoint(answer);
    const app = { tokenUrl: `${endpoint.url}/token`, clientId, clientSecret: 'app-secret' };
    return { endpoint, exchange: exchangeOf(app) };
  }
  const pem = (file: string | undefined) => readFileSync(file ?? '', 'utf8');
  const tls = { key: pem(certificate?.key), cert: pem(certificate?.cert) };
  const endpoint = await startTokenEndpoint(answer, tls);
  const exchange = exchangeOf(
    { tenantId, clientId, proof },
    {
      authorityHost: endpoint.url,
      disableInstanceDiscovery: true,
      tlsOptions: { ca: tls.cert },
      retryOptions: { maxRetries: 0 },
    },
  );
  return { endpoint, exchange };
}

const documented = {
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  client_id: clientId,
  client_secret: 'app-secret',
  assertion,
  requested_token_use: 'on_behalf_of',
};

describe('an exchange of a person’s token at a plain token endpoint', () => {
  it('has the documented parameters and no others', async () => {
    const { endpoint, exchange } = await exchangeAt('plain', () => given);
    const before = Date.now();
    const { token, expiresAtMs } = await exchange(assertion);
    expect(token).toBe('for-graph');
    expect(expiresAtMs - before).toBeGreaterThanOrEqual(3_600_000);
    expect(endpoint.forms).toEqual([{ ...documented, scope: 'https://graph.microsoft.com/.default' }]);
    await endpoint.close();
  });
});

describe.skipIf(certificate === undefined)('an exchange at Entra ID (needs openssl on the PATH)', () => {
  const tokenAtEntra = {
    ...documented,
    scope: 'https://graph.microsoft.com/.default openid profile offline_access',
  };

  it('has the documented parameters, including the library’s own and the person’s session', async () => {
    const { endpoint, exchange } = await exchangeAt('Entra', () => given);
    expect((await exchange(assertion)).token).toBe('for-graph');
    const [form = {}] = endpoint.forms;
    expect(form).toMatchObject(tokenAtEntra);
    const others = Object.keys(form).filter((name) => !(name in tokenAtEntra));
    expect(others.filter((name) => !/^(x-|client_info$|client-request-id$)/.test(name))).toEqual([]);
    await endpoint.close();
  });

  it('proves the app by a certificate where there is one', async () => {
    const { endpoint, exchange } = await exchangeAt('Entra', () => given, {
      kind: 'certificate',
      path: proofs,
    });
    await exchange(assertion);
    const [form = {}] = endpoint.forms;
    expect(form).not.toHaveProperty('client_secret');
    expect(form).toMatchObject({
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      assertion,
    });
    expect(decodeJwt(form['client_assertion'] ?? '')).toMatchObject({ iss: clientId, sub: clientId });
    await endpoint.close();
  });

  it('proves the app by the host’s managed identity where there is nothing else', async () => {
    const asked: string[] = [];
    const host = createServer((request, response) => {
      asked.push(request.url ?? '');
      const body = {
        access_token: 'of-the-host',
        expires_on: Math.floor(Date.now() / 1000) + 3600,
        token_type: 'Bearer',
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    // How Azure App Service tells a program of its identity.
    vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${(host.address() as AddressInfo).port}/msi/token`);
    vi.stubEnv('IDENTITY_HEADER', 'known-to-the-host');
    try {
      const proof = { kind: 'managedIdentity', clientId: 'assigned' } as const;
      const { endpoint, exchange } = await exchangeAt('Entra', () => given, proof);
      await exchange(assertion);
      expect(endpoint.forms[0]).toMatchObject({ client_id: clientId, client_assertion: 'of-the-host' });
      expect(asked[0]).toContain(encodeURIComponent('api://AzureADTokenExchange'));
      expect(asked[0]).toContain('client_id=assigned');
      await endpoint.close();
    } finally {
      vi.unstubAllEnvs();
      host.closeAllConnections();
      host.close();
    }
  });
});

/** Answers in the shape that the documentation of the flow and of Entra's error codes shows. */
const claims =
  '{"access_token":{"polids":{"essential":true,"values":["9ab03e19-ed42-4168-b6b7-7001fb3e933a"]}}}';
const refusals = [
  {
    what: 'a second factor that is missing, with claims',
    status: 400,
    body: {
      error: 'interaction_required',
      error_description: 'AADSTS50079: enroll',
      error_codes: [50079],
      claims,
    },
    reason: 'forbidden',
    sentence: /further proof/,
    needs: claims,
  },
  {
    what: 'a consent that is missing, by its suberror',
    status: 400,
    body: {
      error: 'invalid_grant',
      error_description: 'AADSTS65001: no consent',
      suberror: 'consent_required',
    },
    reason: 'forbidden',
    sentence: /administrator to consent/,
  },
  {
    what: 'a consent that is missing, by its code alone',
    status: 400,
    body: { error: 'invalid_grant', error_description: 'AADSTS65001: no consent', error_codes: [65001] },
    reason: 'forbidden',
    sentence: /administrator to consent/,
  },
  {
    what: 'a person’s token that has ended',
    status: 400,
    body: {
      error: 'invalid_grant',
      error_description: 'AADSTS500133: Assertion is not within its valid time range.',
    },
    reason: 'forbidden',
    sentence: /sign in to Assent again/,
  },
  {
    what: 'a second factor that is missing, without claims',
    status: 400,
    body: { error: 'interaction_required', error_description: 'AADSTS50076: use multi-factor' },
    reason: 'forbidden',
    sentence: /sign in to Assent again/,
  },
  {
    what: 'a wrong secret',
    status: 401,
    body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' },
    reason: 'forbidden',
    sentence: /check the credentials/,
  },
  {
    what: 'a service that is busy',
    status: 503,
    body: { error: 'temporarily_unavailable', error_description: 'AADSTS90033: A transient error.' },
    reason: 'unavailable',
    sentence: /cannot be reached/,
  },
  {
    what: 'an answer that is none',
    status: 502,
    body: 'bad gateway',
    reason: 'unavailable',
    sentence: /cannot be reached/,
  },
] as const;

const kinds = certificate === undefined ? (['plain'] as const) : (['plain', 'Entra'] as const);

describe.each(kinds)('a refusal of the %s endpoint', (kind) => {
  const failure = (exchange: Exchange) => exchange(assertion).catch((error: unknown) => error);

  it.each(refusals)('$what is $reason', async (refusal) => {
    const { status, body, reason, sentence } = refusal;
    const { endpoint, exchange } = await exchangeAt(kind, () => ({ status, body }));
    const error = await failure(exchange);
    expect(error).toMatchObject({
      name: 'ServiceError',
      service: 'microsoft365',
      reason,
      message: expect.stringMatching(sentence) as string,
    });
    expect(error instanceof ClaimsNeededError ? error.claims : undefined).toBe(
      'needs' in refusal ? refusal.needs : undefined,
    );
    expect(inspect(error, { depth: 9 })).not.toContain(assertion);
    await endpoint.close();
  });

  it.each(['cut', 'closed'])('a connection that is %s is unavailable', async (how) => {
    const { endpoint, exchange } = await exchangeAt(kind, () => 'cut');
    if (how === 'closed') await endpoint.close();
    expect(await failure(exchange)).toMatchObject({ reason: 'unavailable' });
    if (how === 'cut') await endpoint.close();
  });
});
