import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyPeople } from '../../../infra/graph-emulator/company.ts';
import { tenantId } from '../../../infra/graph-emulator/access/tenant.ts';
import { startIdentity } from '../../../infra/local/identity/identity.ts';
import type { Identity } from '../../../infra/local/identity/identity.ts';
import { Browser } from './browser.ts';
import {
  authorizationUrl,
  callback,
  makeProof,
  readTokens,
  register,
  registeredClient,
  requestTokens,
  signIn,
  signInForTokens,
} from './client.ts';

const resource = 'http://127.0.0.1:3980/mcp';
const workerSecret = 'a secret of the worker for this test alone';
const agentSecret = 'a secret of the agent for this test alone';
const [alice, bob] = companyPeople;
if (alice === undefined || bob === undefined) throw new Error('The company has no people.');

async function claimsOf(identity: Identity, token: string, audience: string) {
  const keys = createRemoteJWKSet(new URL(identity.jwksUrl));
  return (await jwtVerify(token, keys, { issuer: identity.issuer, audience })).payload;
}

describe('the local OpenID provider', () => {
  let identity: Identity;
  let clientId: string;
  beforeAll(async () => {
    identity = await startIdentity({ workerSecret, agentSecret, assentResource: resource });
    clientId = await registeredClient(identity);
  });
  afterAll(() => identity.stop());

  it.each(['openid-configuration', 'oauth-authorization-server'])(
    'tells where everything is, at %s',
    async (name) => {
      const response = await fetch(`${identity.issuer}/.well-known/${name}`);
      expect(await response.json()).toMatchObject({
        issuer: identity.issuer,
        token_endpoint: identity.tokenUrl,
        jwks_uri: identity.jwksUrl,
        registration_endpoint: `${identity.issuer}/reg`,
        code_challenge_methods_supported: ['S256'],
      });
    },
  );

  it('offers all twelve people on the sign-in page, and names the program that asks', async () => {
    const { page } = await signIn(identity, { clientId, person: alice.id, scope: 'openid' });
    for (const { displayName } of companyPeople) expect(page).toContain(displayName);
    expect(page).toContain('Inspector');
  });

  it('shows its pages in no frame, and lets them load and run nothing', async () => {
    const { status, headers } = await fetch(`${identity.issuer}/sign-in/is-over`);
    expect(status).toBe(400);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none';style-src 'sha256-[^']+';frame-ancestors 'none';base-uri 'none'$/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('gives a person’s token for the resource that was named, with the scopes asked for', async () => {
    const tokens = await signInForTokens(identity, {
      clientId,
      person: alice.id,
      scope: 'openid meetings.read meetings.respond',
      more: { resource },
    });
    expect(await claimsOf(identity, tokens.access_token, resource)).toMatchObject({
      oid: alice.id,
      sub: alice.id,
      tid: tenantId,
      azp: clientId,
      scp: 'meetings.read meetings.respond',
      name: alice.displayName,
    });
  });

  it('takes the agents’ server to be meant when no resource is named', async () => {
    const tokens = await signInForTokens(identity, { clientId, person: bob.id, scope: 'meetings.read' });
    expect(await claimsOf(identity, tokens.access_token, resource)).toMatchObject({ oid: bob.id });
  });

  it('gives delegated tokens for Graph', async () => {
    const tokens = await signInForTokens(identity, {
      clientId,
      person: bob.id,
      scope: 'https://graph.microsoft.com/Calendars.ReadWrite',
    });
    expect(await claimsOf(identity, tokens.access_token, 'https://graph.microsoft.com')).toMatchObject({
      oid: bob.id,
      scp: 'https://graph.microsoft.com/Calendars.ReadWrite',
    });
  });

  it('asks again who one is, so that one browser can be two people', async () => {
    const browser = new Browser();
    const people = [];
    for (const person of [alice.id, bob.id]) {
      const tokens = await signInForTokens(identity, { clientId, person, scope: 'meetings.read', browser });
      people.push((await claimsOf(identity, tokens.access_token, resource))['oid']);
    }
    expect(people).toEqual([alice.id, bob.id]);
  });

  it('lets a client refresh, once with each refresh token', async () => {
    const tokens = await signInForTokens(identity, {
      clientId,
      person: alice.id,
      scope: 'offline_access meetings.read',
      more: { prompt: 'consent', resource },
    });
    const form = {
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: tokens.refresh_token ?? '',
      resource,
    };
    const fresh = await readTokens(await requestTokens(identity, form));
    expect(await claimsOf(identity, fresh.access_token, resource)).toMatchObject({ oid: alice.id });
    expect((await requestTokens(identity, form)).status).toBe(400);
  });

  it('gives the worker a token with application permissions of Graph', async () => {
    const tokens = await readTokens(
      await requestTokens(identity, {
        grant_type: 'client_credentials',
        client_id: 'assent-worker',
        client_secret: workerSecret,
        scope: 'https://graph.microsoft.com/.default',
      }),
    );
    const claims = await claimsOf(identity, tokens.access_token, 'https://graph.microsoft.com');
    expect(claims).toMatchObject({ idtyp: 'app', azp: 'assent-worker', tid: tenantId });
    expect(claims['roles']).toContain('Calendars.ReadWrite');
    expect(claims).not.toHaveProperty('scp');
    expect(claims).not.toHaveProperty('oid');
  });

  it('gives an agent without a person roles at Assent and none at Graph', async () => {
    const askFor = async (target: string) =>
      claimsOf(
        identity,
        (
          await readTokens(
            await requestTokens(identity, {
              grant_type: 'client_credentials',
              client_id: 'assent-agent',
              client_secret: agentSecret,
              resource: target,
            }),
          )
        ).access_token,
        target,
      );
    expect((await askFor(resource))['roles']).toContain('meetings.write');
    expect((await askFor('https://graph.microsoft.com'))['roles']).toEqual([]);
  });

  describe('refuses', () => {
    const verifierOfAnother = () => makeProof().verifier;

    it.each([
      {
        what: 'another verifier',
        change: () => ({ code_verifier: verifierOfAnother() }),
        error: 'invalid_grant',
      },
      { what: 'no verifier', change: () => ({ code_verifier: '' }), error: 'invalid_grant' },
      {
        what: 'another redirect',
        change: () => ({ redirect_uri: 'http://localhost:1/' }),
        error: 'invalid_grant',
      },
      {
        what: 'another resource',
        change: () => ({ resource: 'http://127.0.0.1:9/mcp' }),
        error: 'invalid_target',
      },
    ])('a code with $what', async ({ change, error }) => {
      const { code, verifier } = await signIn(identity, {
        clientId,
        person: alice.id,
        scope: 'meetings.read',
        more: { resource },
      });
      const response = await requestTokens(identity, {
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        code_verifier: verifier,
        redirect_uri: callback,
        resource,
        ...change(),
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error });
    });

    it('a code used twice', async () => {
      const { code, verifier } = await signIn(identity, {
        clientId,
        person: alice.id,
        scope: 'meetings.read',
      });
      const form = {
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        code_verifier: verifier,
        redirect_uri: callback,
      };
      expect((await requestTokens(identity, form)).status).toBe(200);
      expect((await requestTokens(identity, form)).status).toBe(400);
    });

    it('to begin without PKCE', async () => {
      const { url } = await new Browser().follow(
        authorizationUrl(identity, { client_id: clientId, scope: 'meetings.read' }),
      );
      expect(new URL(url).searchParams.get('error')).toBe('invalid_request');
    });

    it('a resource that is neither Graph nor on this machine', async () => {
      const { url } = await new Browser().follow(
        authorizationUrl(identity, {
          client_id: clientId,
          scope: 'meetings.read',
          code_challenge: makeProof().challenge,
          code_challenge_method: 'S256',
          resource: 'https://example.org/mcp',
        }),
      );
      expect(new URL(url).searchParams.get('error')).toBe('invalid_target');
    });

    it('an unknown client without sending anybody anywhere', async () => {
      const { url, response } = await new Browser().follow(
        authorizationUrl(identity, { client_id: 'nobody', scope: 'openid' }),
      );
      expect(response.status).toBe(400);
      expect(new URL(url).host).toBe(new URL(identity.issuer).host);
    });

    it('somebody from outside the company', async () => {
      const { back, code } = await signIn(identity, { clientId, person: 'mallory', scope: 'openid' });
      expect(code).toBe('');
      expect(back.get('code')).toBeNull();
    });

    it('a wrong secret', async () => {
      const response = await requestTokens(identity, {
        grant_type: 'client_credentials',
        client_id: 'assent-worker',
        client_secret: agentSecret,
        scope: 'https://graph.microsoft.com/.default',
      });
      expect(response.status).toBe(401);
    });

    it('to register a client with a scope that is not offered', async () => {
      expect((await register(identity, { scope: 'openid everything' })).status).toBe(400);
    });
  });
});

describe('the local OpenID provider after a restart', () => {
  it('still knows its clients, refresh tokens and keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assent-identity-'));
    const databaseFile = join(folder, 'identity.db');
    try {
      const first = await startIdentity({ databaseFile });
      const clientId = await registeredClient(first);
      const tokens = await signInForTokens(first, {
        clientId,
        person: alice.id,
        scope: 'meetings.read',
        more: { resource },
      });
      await first.stop();
      // The pool of `fetch` learns of closed connections in a later turn.
      await sleep(50);

      const second = await startIdentity({ databaseFile, port: Number(new URL(first.issuer).port) });
      const fresh = await requestTokens(second, {
        grant_type: 'refresh_token',
        client_id: clientId,
        refresh_token: tokens.refresh_token ?? '',
        resource,
      });
      expect(fresh.status).toBe(200);
      expect(await claimsOf(second, tokens.access_token, resource)).toMatchObject({ oid: alice.id });
      await second.stop();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
