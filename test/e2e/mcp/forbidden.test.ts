import { SignJWT, UnsecuredJWT } from 'jose';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { AgentWorld } from '../../support/agent-world.ts';
import { openAgentWorld } from '../../support/agent-world.ts';
import { exchange, modernClient, tasksExtension } from '../../support/mcp-clients.ts';
import { dayFromNow, freshKey, someone } from '../../support/meeting-world.ts';
import { createTokenIssuer } from '../../support/token-issuer.ts';

let agents: AgentWorld;
let meetingId: string;
const ana = someone('ana');
const bob = someone('bob');
const carol = someone('carol');
const day = { start: dayFromNow(3, 8, 8).start, end: dayFromNow(3, 8, 8).end };

function proposal(key = freshKey()) {
  return {
    title: 'Salaries',
    durationMinutes: 30,
    timeZone: 'Europe/Berlin',
    attendees: [bob.mail],
    windows: [day],
    idem_key: key,
  };
}

beforeAll(async () => {
  agents = await openAgentWorld({ http: { streams: { perKey: 5, total: 100 } } });
  const started = await agents.intent('meeting.propose', await agents.tokenOf(ana), proposal());
  meetingId = String(started.body['meetingId']);
});
afterAll(async () => {
  await agents.close();
});

describe('a token', () => {
  const soon = () => Math.floor(Date.now() / 1000) + 600;
  const bad: Record<string, () => Promise<string> | string> = {
    'for another audience': () => agents.issuer.sign({ aud: 'https://elsewhere.example/mcp' }),
    'of another issuer': () => agents.issuer.sign({ iss: 'https://other.example/v2.0' }),
    'of another tenant': () => agents.issuer.sign({ tid: '99999999-9999-4999-8999-999999999999' }),
    'without a tenant': () => agents.issuer.sign({ tid: undefined }),
    'with another signature': async () => (await createTokenIssuer(agents.issuer.audience)).sign(),
    'that has expired': () => agents.issuer.sign({}, -120),
    'that never expires': () => agents.issuer.sign({ exp: undefined }),
    'with alg none': () =>
      new UnsecuredJWT({ azp: 'c', oid: ana.id, scp: 'meetings.read', tid: agents.issuer.tenantId })
        .setIssuer(agents.issuer.issuer)
        .setAudience(agents.issuer.audience)
        .setExpirationTime(soon())
        .encode(),
    'signed with a shared secret': () =>
      new SignJWT({ azp: 'c', oid: ana.id, scp: 'meetings.read', tid: agents.issuer.tenantId })
        .setProtectedHeader({ alg: 'HS256', kid: 'one' })
        .setIssuer(agents.issuer.issuer)
        .setAudience(agents.issuer.audience)
        .setExpirationTime(soon())
        .sign(new TextEncoder().encode('x'.repeat(32))),
    'that is no token': () => 'not-a-token',
  };
  test.each(Object.keys(bad))('%s is turned away at every door', async (name) => {
    const token = await bad[name]?.();
    const listed = await exchange(agents.url, token, 'tools/list');
    expect(listed.status).toBe(401);
    expect(listed.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(listed.headers.get('www-authenticate')).toContain('/.well-known/oauth-protected-resource/mcp');
    const intent = await agents.intent('meeting.get', token ?? '', { meetingId });
    expect(intent).toMatchObject({ status: 401, body: { ok: false } });
  });

  test('is needed: without one, the challenge says where to find out how to get it', async () => {
    const { status, headers } = await exchange(agents.url, undefined, 'tools/list');
    expect(status).toBe(401);
    const url = /resource_metadata="([^"]+)"/.exec(headers.get('www-authenticate') ?? '')?.[1] ?? '';
    expect(await (await fetch(url)).json()).toMatchObject({
      resource: agents.issuer.audience,
      authorization_servers: [agents.issuer.issuer],
    });
  });
});

test('a missing scope is a challenge that names it, for tools and for intents', async () => {
  const token = await agents.tokenOf(ana, 'meetings.read');
  const called = await exchange(agents.url, token, 'tools/call', {
    name: 'cancel_meeting',
    arguments: { meetingId },
  });
  expect(called.status).toBe(403);
  expect(called.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
  expect(called.headers.get('www-authenticate')).toContain('scope="meetings.read meetings.write"');
  const intent = await agents.intent('meeting.cancel', token, { meetingId });
  expect(intent).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
});

test('another person’s meeting looks as if it did not exist', async () => {
  const token = await agents.tokenOf(carol);
  const read = await agents.intent('meeting.get', token, { meetingId });
  expect(read).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  const resource = await exchange(agents.url, token, 'resources/read', { uri: `meeting://${meetingId}` });
  expect(resource.message.error).toBeDefined();
  const closed = new Promise<number>((resolve) => {
    new WebSocket(`${agents.url.replace('http', 'ws')}/subscriptions/meeting:${meetingId}`, {
      headers: { authorization: `Bearer ${token}` },
    }).once('close', resolve);
  });
  expect(await closed).toBe(4404);
});

test('another person’s task looks as if it did not exist, even to somebody who is in the meeting', async () => {
  const capabilities = { extensions: { [tasksExtension]: {} } };
  for (const person of [carol, bob]) {
    const token = await agents.tokenOf(person);
    for (const method of ['tasks/get', 'tasks/update', 'tasks/cancel']) {
      const { message } = await exchange(agents.url, token, method, { taskId: meetingId }, { capabilities });
      expect(message.error).toMatchObject({ code: -32_602, message: 'There is no such task.' });
    }
  }
});

test('nobody answers for somebody else: a stranger and an agent are refused', async () => {
  const stranger = await agents.intent('meeting.respond', await agents.tokenOf(carol), {
    meetingId,
    timeZone: 'Europe/London',
    answer: 'yes',
  });
  expect([403, 404]).toContain(stranger.status);
  const robot = await agents.issuer.sign({
    azp: 'robot',
    oid: 'robot-service',
    scp: undefined,
    roles: ['meetings.read', 'meetings.write', 'meetings.respond'],
  });
  const response = await fetch(`${agents.url}/intents/meeting.respond`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${robot}`,
      'assent-on-behalf-of': ana.id,
    },
    body: JSON.stringify({ meetingId, timeZone: 'Europe/London', answer: 'yes' }),
  });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ error: { code: 'forbidden' } });
});

test('an agent without a person acts only for organizers it was allowed, and says for whom', async () => {
  const roles = ['calendars.read', 'meetings.read', 'meetings.write'];
  const robot = await agents.issuer.sign({ azp: 'robot', oid: 'robot-service', scp: undefined, roles });
  const ask = async (headers: Record<string, string>) => {
    const response = await fetch(`${agents.url}/intents/meeting.get`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${robot}`, ...headers },
      body: JSON.stringify({ meetingId }),
    });
    return response.status;
  };
  expect(await ask({})).toBe(403);
  expect(await ask({ 'assent-on-behalf-of': bob.id })).toBe(403);
  expect(await ask({ 'assent-on-behalf-of': ana.id })).toBe(200);
});

test.each([
  ['Host', { host: 'evil.example' }],
  ['Origin', { origin: 'https://evil.example' }],
])('a request under a foreign %s is refused before anything else', async (_, headers) => {
  const { port } = new URL(agents.url);
  const status = await new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/mcp', method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end('{}');
  });
  expect(status).toBe(403);
});

test('an idempotency key with another body is a conflict; with the same body it is the same meeting', async () => {
  const token = await agents.tokenOf(ana);
  const body = proposal();
  const first = await agents.intent('meeting.propose', token, body);
  const again = await agents.intent('meeting.propose', token, body);
  expect(again.body['meetingId']).toBe(first.body['meetingId']);
  const other = await agents.intent('meeting.propose', token, { ...body, title: 'Something else' });
  expect(other).toMatchObject({ status: 409, body: { error: { code: 'conflict', path: 'idempotencyKey' } } });
});

test('an argument of 5 MB is refused without being read', async () => {
  const token = await agents.tokenOf(ana);
  const big = await exchange(agents.url, token, 'tools/call', {
    name: 'get_meeting',
    arguments: { meetingId: 'x'.repeat(5_000_000) },
  }).catch(() => ({ status: 413 }));
  expect(big.status).toBe(413);
});

test('unknown fields and unknown names are errors, not ignored', async () => {
  const token = await agents.tokenOf(ana);
  const odd = await agents.intent('meeting.get', token, { meetingId, approveFor: bob.id });
  expect(odd).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } });
  const unknown = await agents.intent('meeting.destroy', token, {});
  expect(unknown).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
});

test('a thousand streams of one caller: the first few are served, the others told why not, and others served', async () => {
  const token = await agents.tokenOf(ana);
  const url = `${agents.url.replace('http', 'ws')}/subscriptions/inbox:me`;
  const sockets = Array.from(
    { length: 1000 },
    () => new WebSocket(url, { headers: { authorization: `Bearer ${token}` } }),
  );
  const ends = sockets.map(
    (socket) =>
      new Promise<number>((resolve) => {
        socket.once('message', () => {
          resolve(0);
        });
        socket.once('close', resolve);
        socket.once('error', () => undefined);
      }),
  );
  const codes = await Promise.all(ends);
  expect(codes.filter((code) => code === 0)).toHaveLength(5);
  expect(codes.filter((code) => code === 4429)).toHaveLength(995);
  const other = await modernClient(agents.url, await agents.tokenOf(bob));
  expect((await other.listTools()).tools.length).toBeGreaterThan(9);
  for (const socket of sockets) socket.terminate();
  await other.close();
});

test('too many calls are 429 with Retry-After, for one client and person only', async () => {
  const slow = await openAgentWorldWithLimit();
  try {
    const token = await slow.tokenOf(ana);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => slow.intent('meeting.list', token, {})),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    const mcp = await exchange(slow.url, token, 'tools/list');
    expect(mcp.status).toBe(429);
    expect(Number(mcp.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await slow.intent('meeting.list', await slow.tokenOf(bob), {})).status).toBe(200);
  } finally {
    await slow.close();
  }
});

function openAgentWorldWithLimit(): Promise<AgentWorld> {
  return openAgentWorld({ callsPerMinute: 20, world: { withWorker: false } });
}

test('the audit trail names who, for whom, through what and how it ended, and nothing of the content', async () => {
  await agents.intent('meeting.get', await agents.tokenOf(carol), { meetingId });
  const trail = agents.lines.filter(({ audit }) => audit === true);
  expect(trail.at(-1)).toMatchObject({
    clientId: 'client-one',
    personId: carol.id,
    surface: 'http',
    operation: 'meeting.get',
    outcome: 'not_found',
  });
  expect(JSON.stringify(trail)).not.toContain('Salaries');
  expect(JSON.stringify(trail)).not.toContain(bob.mail);
});
