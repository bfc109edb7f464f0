import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { companyPeople } from '../../../infra/graph-emulator/company.ts';
import { tenantId } from '../../../infra/graph-emulator/access/tenant.ts';
import { companyPlanId } from '../../../infra/graph-emulator/seed.ts';
import { startIdentity } from '../../../infra/local/identity/identity.ts';
import type { Identity } from '../../../infra/local/identity/identity.ts';
import { freePort } from '../../../infra/local/ports.ts';
import {
  readTokens,
  registeredClient,
  requestTokens,
  signInForTokens,
} from '../../contract/identity/client.ts';
import { spawnAgentServer } from '../../support/agent-process.ts';
import type { AgentWorld } from '../../support/agent-world.ts';
import { openAgentWorld } from '../../support/agent-world.ts';
import { exchange, modernClient } from '../../support/mcp-clients.ts';
import { dayFromNow, freshKey, someone } from '../../support/meeting-world.ts';
import { startRecordingProxy } from '../../support/recording-proxy.ts';
import type { RecordingProxy } from '../../support/recording-proxy.ts';
import { startTokenEndpoint } from '../../support/token-endpoint.ts';
import { everyScope } from '../../support/token-issuer.ts';

const ana = someone('ana');
const bob = someone('bob');
const carol = someone('carol');
const workerSecret = 'a secret of the worker for this test alone';
const agentSecret = 'a secret of the agent for this test alone';
const day = { start: dayFromNow(5, 8, 8).start, end: dayFromNow(5, 8, 8).end };
const question = { people: [carol.mail], ...day, timeZone: 'Europe/London' };

let identity: Identity;
let agents: AgentWorld;
let proxy: RecordingProxy;
let url: string;
let resource: string;
let clientId: string;
const closing: (() => Promise<unknown>)[] = [];

/** A process that serves with people's own access, its Graph behind the proxy. */
async function serve(port: number, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const server = await spawnAgentServer(agents, {
    port,
    keysUrl: identity.jwksUrl,
    environment: {
      GRAPH_BASE_URL: `${proxy.url}/v1.0`,
      GRAPH_TOKEN: '',
      GRAPH_CLIENT_ID: 'assent-worker',
      GRAPH_CLIENT_SECRET: workerSecret,
      GRAPH_TOKEN_URL: identity.tokenUrl,
      GRAPH_PLAN_ID: companyPlanId,
      MCP_GRAPH_ACCESS: 'onBehalfOf',
      MCP_PUBLIC_URL: resource.replace(/\/mcp$/, ''),
      MCP_ISSUER: identity.issuer,
      MCP_TENANT_ID: tenantId,
      MCP_TOOLSETS: 'tasks',
      MCP_AGENT_ORGANIZERS: `assent-agent=${ana.id}`,
      ...environment,
    },
  });
  closing.unshift(() => server.kill('SIGTERM'));
  return `http://127.0.0.1:${port}`;
}

async function tokenOf(person: { readonly id: string }): Promise<string> {
  const way = { clientId, person: person.id, scope: everyScope, more: { resource } };
  return (await signInForTokens(identity, way)).access_token;
}

async function intent(
  name: string,
  token: string,
  body: object,
  more: { readonly at?: string } & Record<string, string> = {},
) {
  const { at = url, ...headers } = more;
  const response = await fetch(`${at}/intents/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

/** Whose tokens Graph was shown: `oid` of people, `app` for the application. */
function whoAskedGraph(): readonly string[] {
  return [...new Set(proxy.passed.map(({ bearer }) => decodeJwt<{ oid?: string }>(bearer).oid ?? 'app'))];
}

beforeAll(async () => {
  const port = await freePort();
  resource = `http://127.0.0.1:${port}/mcp`;
  identity = await startIdentity({ workerSecret, agentSecret, assentResource: resource });
  closing.unshift(() => identity.stop());
  const issuer = { url: identity.issuer, jwksUrl: identity.jwksUrl, audience: 'https://graph.microsoft.com' };
  agents = await openAgentWorld({ world: { graph: { identity: { issuer } } } });
  closing.unshift(() => agents.close());
  proxy = await startRecordingProxy(agents.world.graph.url);
  closing.unshift(() => proxy.close());
  clientId = await registeredClient(identity);
  url = await serve(port);

  // Carol shares with her colleagues nothing of when she is busy.
  const { graph } = agents.world;
  const settings = graph.world.directory.find(carol.id)?.settings;
  if (settings === undefined) throw new Error('Carol has no mailbox.');
  graph.world.directory.changeSettings(carol.id, { ...settings, sharesFreeBusy: false });
  const at = (dateTime: string) => ({ dateTime: dateTime.replace('Z', ''), timeZone: 'UTC' });
  await graph.call('POST', `/users/${carol.id}/events`, {
    body: { subject: 'Private', start: at(day.start), end: at(day.end) },
  });
});
afterAll(async () => {
  for (const close of closing) await close();
});
beforeEach(() => {
  proxy.passed.length = 0;
});

describe('a person’s access to Microsoft 365 through an agent', () => {
  test('is that person’s own: each sees what they may, and nobody what another was shown', async () => {
    const [anas, carols] = [await tokenOf(ana), await tokenOf(carol)];
    for (let times = 0; times < 2; times += 1) {
      const own = await intent('calendar.freebusy', carols, question);
      expect(own.body).toMatchObject({ people: [{ person: carol.id, busy: [{ status: 'busy' }] }] });
      const [seen] = (await intent('calendar.freebusy', anas, question)).body['people'] as object[];
      expect(seen).toMatchObject({
        person: carol.id,
        busy: [],
        error: expect.stringContaining('access') as string,
      });
    }
    expect(whoAskedGraph().toSorted()).toEqual([ana.id, carol.id].toSorted());
  });

  test('holds for every door: tools, resources, completion and tasks', async () => {
    const token = await tokenOf(ana);
    const client = await modernClient(url, token);
    const told = await client.callTool({ name: 'get_availability', arguments: question });
    expect(JSON.stringify(told.structuredContent)).toContain('"error"');
    const date = day.start.slice(0, 10);
    const read = await client.readResource({ uri: `calendar://${carol.mail}/${date}` });
    expect(JSON.stringify(read.contents)).toContain('error');
    const people = await client.complete({
      ref: { type: 'ref/prompt', name: 'schedule-meeting' },
      argument: { name: 'attendees', value: 'hiro' },
    });
    expect(people.completion.values).toEqual([someone('hiro').mail]);
    const made = await intent('task.create', token, { title: 'Slides', assignee: bob.mail });
    expect(made.status).toBe(200);
    expect((await intent('task.list', token, { which: 'createdByMe' })).body).toMatchObject({
      tasks: [{ title: 'Slides' }],
    });
    expect((await intent('task.delete', token, { taskId: made.body['taskId'] })).status).toBe(200);
    await client.close();
    expect(whoAskedGraph()).toEqual([ana.id]);
  });

  test('tells the zones of others by the hours that their calendars share', async () => {
    const found = await intent('meeting.findTimes', await tokenOf(ana), {
      durationMinutes: 30,
      timeZone: 'Europe/Berlin',
      attendees: [bob.mail],
      windows: [day],
    });
    expect(found.body['candidates']).not.toEqual([]);
    expect(proxy.passed.some(({ url: path, body }) => `${path} ${body}`.includes('mailboxSettings'))).toBe(
      false,
    );
    expect(whoAskedGraph()).toEqual([ana.id]);
  });

  test('never comes by the token that the agent sent', async () => {
    const sent = [await tokenOf(ana), await tokenOf(bob)];
    for (const token of sent) await intent('calendar.freebusy', token, question);
    expect(proxy.passed.length).toBeGreaterThan(1);
    for (const { url: path, headers, body } of proxy.passed)
      for (const token of sent) expect(`${path}\n${headers}\n${body}`).not.toContain(token);
  });

  test('ends with the meeting: the worker books it with the application’s, after the person has gone', async () => {
    const proposed = await intent('meeting.propose', await tokenOf(ana), {
      title: 'On behalf',
      durationMinutes: 30,
      timeZone: 'Europe/Berlin',
      attendees: [bob.mail],
      windows: [dayFromNow(9, 12, 4)],
      idem_key: freshKey(),
    });
    expect(proposed.status).toBe(200);
    const meetingId = String(proposed.body['meetingId']);
    expect(whoAskedGraph()).toEqual([ana.id]);
    await agents.approve(bob, meetingId);
    const view = await agents.world.until(meetingId, ({ status }) => status === 'confirmed');
    const zones = view.attendees.map(({ person }) => person.timeZone);
    expect(zones).toContain(companyPeople.find(({ id }) => id === bob.id)?.timeZone);
  });
});

test('an agent without a person keeps the application’s access, and its token is not exchanged', async () => {
  const own = { grant_type: 'client_credentials', client_id: 'assent-agent', client_secret: agentSecret };
  const { access_token: token } = await readTokens(await requestTokens(identity, { ...own, resource }));
  const answer = await intent('calendar.freebusy', token, question, { 'assent-on-behalf-of': ana.id });
  expect(answer.body).toMatchObject({ people: [{ person: carol.id, busy: [{ status: 'busy' }] }] });
  expect(whoAskedGraph()).toEqual(['app']);
});

describe('where the exchange is refused', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  const refused = async (body: object | 'cut') => {
    const endpoint = await startTokenEndpoint(() => (body === 'cut' ? body : { status: 400, body }));
    closing.unshift(() => endpoint.close());
    return { endpoint, at: await serve(await freePort(), { GRAPH_TOKEN_URL: `${endpoint.url}/token` }) };
  };

  test('for claims that the person must prove, every door answers with the challenge', async () => {
    const { endpoint, at } = await refused({
      error: 'interaction_required',
      error_description: 'AADSTS50076',
      claims,
    });
    const token = await tokenOf(ana);
    const called = await exchange(at, token, 'tools/call', { name: 'get_availability', arguments: question });
    const asked = await intent('calendar.freebusy', token, question, { at });
    for (const { status, headers } of [called, asked]) {
      expect(status).toBe(401);
      const challenge = headers.get('www-authenticate') ?? '';
      expect(challenge).toContain('error="insufficient_claims"');
      const encoded = /claims="([^"]+)"/.exec(challenge)?.[1] ?? '';
      expect(Buffer.from(encoded, 'base64').toString()).toBe(claims);
    }
    expect(endpoint.forms).toHaveLength(1);
    expect(proxy.passed).toEqual([]);
  });

  test.each([
    [
      'a missing consent',
      { error: 'invalid_grant', suberror: 'consent_required' },
      403,
      'forbidden',
      /consent/,
    ],
    ['an endpoint that is away', 'cut', 503, 'unavailable', /cannot be reached/],
  ] as const)(
    'for %s, what needs Graph says so and the rest goes on',
    async (_, body, status, code, words) => {
      const { at } = await refused(body);
      const token = await tokenOf(ana);
      const asked = await intent('calendar.freebusy', token, question, { at });
      expect(asked).toMatchObject({
        status,
        body: { error: { code, message: expect.stringMatching(words) as string } },
      });
      expect((await intent('meeting.list', token, {}, { at })).status).toBe(200);
      expect(proxy.passed).toEqual([]);
    },
  );
});
