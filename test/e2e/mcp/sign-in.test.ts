import { auth } from '@modelcontextprotocol/client';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startIdentity } from '../../../infra/local/identity/identity.ts';
import type { Identity } from '../../../infra/local/identity/identity.ts';
import { tenantId } from '../../../infra/graph-emulator/access/tenant.ts';
import { createFacade } from '../../../mcp/auth/facade.ts';
import { issuerKeys } from '../../../mcp/auth/issuer-keys.ts';
import { createTokenVerifier } from '../../../mcp/auth/token-verifier.ts';
import { connectionProblem } from '../../../mcp/clients/run-command.ts';
import { savedSignIn } from '../../../mcp/clients/sign-in/saved-sign-in.ts';
import { signIn } from '../../../mcp/clients/sign-in/sign-in.ts';
import type { AgentWorld } from '../../support/agent-world.ts';
import { openAgentWorld } from '../../support/agent-world.ts';
import { pickPerson } from '../../support/browser-less-sign-in.ts';
import { exchange, legacyClient, modernClient } from '../../support/mcp-clients.ts';
import { someone } from '../../support/meeting-world.ts';
import { freePort } from '../../../infra/local/ports.ts';

let agents: AgentWorld;
let identity: Identity;
let url: string;
const ana = someone('ana');

beforeAll(async () => {
  agents = await openAgentWorld({ world: { withWorker: false } });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  identity = await startIdentity({ assentResource: `${url}/mcp`, agentSecret: 'robot-secret' });
  await agents.serve({
    port,
    publicUrl: url,
    issuer: identity.issuer,
    verify: createTokenVerifier({
      keys: issuerKeys(identity.issuer, undefined),
      issuer: identity.issuer,
      audiences: [`${url}/mcp`],
      tenantId,
    }),
    allowed: new Map([['assent-agent', new Set<string>([ana.id])]]),
  });
});
afterAll(async () => {
  await agents.close();
  await identity.stop();
});

test('a client that knows only the URL discovers, registers, signs a person in and calls', async () => {
  const { accessToken } = await signIn({
    serverUrl: `${url}/mcp`,
    scopes: ['meetings.read', 'calendars.read'],
    show: (address) => {
      expect(address.searchParams.get('code_challenge_method')).toBe('S256');
      void pickPerson(address, ana.id);
    },
  });
  for (const client of [await modernClient(url, accessToken), await legacyClient(url, accessToken)]) {
    const listed = await client.callTool({ name: 'list_meetings', arguments: {} });
    expect(listed.structuredContent).toEqual({ meetings: [] });
    await client.close();
  }
  const write = await exchange(url, accessToken, 'tools/call', {
    name: 'remind',
    arguments: { meetingId: 'x' },
  });
  expect(write.status).toBe(403);
});

describe('a sign-in on the command line', () => {
  let folder: string;
  let shown: number;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'assent-sign-in-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function signInFor(scopes: readonly string[], exactly = false): Promise<string> {
    shown = 0;
    return savedSignIn({
      serverUrl: `${url}/mcp`,
      scopes,
      exactly,
      folder,
      show: (address) => {
        shown += 1;
        void pickPerson(address, ana.id);
      },
    });
  }
  const savedFile = () => join(folder, readdirSync(folder)[0] ?? '');

  test('serves the next command too, when it allows what that needs', async () => {
    const wide = await signInFor(['meetings.read', 'meetings.write', 'meetings.respond']);
    expect(shown).toBe(1);
    expect(await signInFor(['meetings.write', 'meetings.read'])).toBe(wide);
    expect(shown).toBe(0);
  });

  test('is asked for again when more, or exactly less, is needed; the narrowest is used', async () => {
    await signInFor(['meetings.read', 'calendars.read']);
    expect(shown).toBe(1);
    const narrow = await signInFor(['meetings.read'], true);
    expect(shown).toBe(1);
    expect(await signInFor(['meetings.read'])).toBe(narrow);
    expect(shown).toBe(0);
  });

  test('is asked for again when the server no longer accepts the token', async () => {
    const token = await signInFor(['meetings.read']);
    writeFileSync(savedFile(), readFileSync(savedFile(), 'utf8').replaceAll(token, 'outdated'));
    expect(await signInFor(['meetings.read'])).not.toBe('outdated');
    expect(shown).toBe(1);
    expect(readFileSync(savedFile(), 'utf8')).not.toContain('outdated');
  });

  test.skipIf(process.platform === 'win32')('is readable for its owner alone', () => {
    expect(readdirSync(folder)).toHaveLength(1);
    expect(statSync(savedFile()).mode & 0o777).toBe(0o600);
  });

  test('says which address does not answer, where the issuer is not there', async () => {
    const port = await freePort();
    const deadPort = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const server = await agents.serve({ port, publicUrl, issuer: `http://127.0.0.1:${deadPort}` });
    const failed = await savedSignIn({
      serverUrl: `${publicUrl}/mcp`,
      scopes: ['meetings.read'],
      folder,
    }).catch((error: unknown) => error);
    expect(connectionProblem(failed)).toContain(`Nothing answers at 127.0.0.1:${deadPort}.`);
    await server.close();
  });
});

test('a token for Graph, from the same provider, is not a token for this server', async () => {
  const response = await fetch(identity.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'assent-agent',
      client_secret: 'robot-secret',
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  expect((await exchange(url, token, 'tools/list')).status).toBe(401);
});

test('an agent without a person signs in with its secret and acts for the organizer it was allowed', async () => {
  const response = await fetch(identity.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'assent-agent',
      client_secret: 'robot-secret',
      resource: `${url}/mcp`,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  const listed = await exchange(
    url,
    token,
    'tools/call',
    { name: 'list_meetings', arguments: {} },
    { headers: { 'assent-on-behalf-of': ana.id } },
  );
  expect(listed.message.result).toMatchObject({ structuredContent: { meetings: [] } });
});

test('the facade lets clients register where the issuer does not, and passes the rest on', async () => {
  const seen: URLSearchParams[] = [];
  const issuer = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      if (request.url === '/.well-known/openid-configuration')
        response.end(
          JSON.stringify({
            issuer: base,
            jwks_uri: `${base}/keys`,
            authorization_endpoint: `${base}/authorize`,
            token_endpoint: `${base}/token`,
          }),
        );
      else {
        seen.push(new URLSearchParams(text));
        response.end(JSON.stringify({ access_token: 'a', token_type: 'Bearer', expires_in: 60 }));
      }
    });
  }).listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  const base = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const facade = createFacade({
    publicUrl,
    issuer: base,
    clientId: 'the-one',
    scopePrefix: 'api://the-one/',
  });
  await agents.serve({ port, publicUrl, issuer: base, facade });
  let shown: URL | undefined;
  const kept: { client?: object; verifier?: string; tokens?: object } = {};
  const provider = {
    redirectUrl: 'http://127.0.0.1:1/cb',
    clientMetadata: { redirect_uris: ['http://127.0.0.1:1/cb'], client_name: 'c' },
    clientInformation: () => kept.client as never,
    saveClientInformation: (client: object) => void (kept.client = client),
    tokens: () => kept.tokens as never,
    saveTokens: (tokens: object) => void (kept.tokens = tokens),
    redirectToAuthorization: (address: URL) => void (shown = address),
    saveCodeVerifier: (verifier: string) => void (kept.verifier = verifier),
    codeVerifier: () => kept.verifier ?? '',
  };
  await auth(provider, { serverUrl: `${publicUrl}/mcp`, scope: 'meetings.read offline_access' });
  expect(kept.client).toMatchObject({ client_id: 'the-one' });
  const passedOn = await fetch(shown ?? '', { redirect: 'manual' });
  const target = new URL(passedOn.headers.get('location') ?? '');
  expect(target.origin).toBe(base);
  expect(target.searchParams.get('client_id')).toBe('the-one');
  expect(target.searchParams.get('scope')).toBe('api://the-one/meetings.read offline_access');
  expect(target.searchParams.has('resource')).toBe(false);
  await auth(provider, { serverUrl: `${publicUrl}/mcp`, authorizationCode: 'code' });
  expect(kept.tokens).toMatchObject({ access_token: 'a' });
  expect(Object.fromEntries(seen[0] ?? [])).toMatchObject({
    client_id: 'the-one',
    code: 'code',
    code_verifier: kept.verifier,
  });
  issuer.closeAllConnections();
  issuer.close();
});

test('without the facade there is no registration here', async () => {
  const response = await fetch(`${url}/register`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(404);
});
