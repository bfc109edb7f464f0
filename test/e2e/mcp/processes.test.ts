import { Client as ModernClient } from '@modelcontextprotocol/client';
import { StdioClientTransport as ModernStdio } from '@modelcontextprotocol/client/stdio';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as LegacyStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../../infra/local/ports.ts';
import { agentEntry, agentEnvironment, serveKeys, spawnAgentServer } from '../../support/agent-process.ts';
import type { AgentWorld } from '../../support/agent-world.ts';
import { openAgentWorld } from '../../support/agent-world.ts';
import { exchange, tasksExtension } from '../../support/mcp-clients.ts';
import { dayFromNow, freshKey, someone } from '../../support/meeting-world.ts';
import { subscribe } from '../../support/subscriber.ts';

let agents: AgentWorld;
const ana = someone('ana');
const bob = someone('bob');
const capabilities = { extensions: { [tasksExtension]: {} } };

beforeAll(async () => {
  agents = await openAgentWorld();
});
afterAll(async () => {
  await agents.close();
});

function proposal(index: number) {
  return {
    title: `Meeting ${index}`,
    durationMinutes: 15,
    timeZone: 'Europe/Berlin',
    attendees: [bob.mail],
    windows: [dayFromNow(20 + index * 3, 6, 14)],
    idempotencyKey: freshKey(),
  };
}

test('a server killed with 20 tasks open: after a restart each client gets its result, and a subscriber what it missed', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const keys = await serveKeys(agents);
  const token = await agents.tokenOf(ana);
  const settings = { port, keysUrl: keys.url };
  const first = await spawnAgentServer(agents, settings);
  const started = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      exchange(
        url,
        token,
        'tools/call',
        { name: 'propose_meeting', arguments: proposal(index) },
        { capabilities },
      ),
    ),
  );
  const ids = started.map(({ message }) => {
    expect(message.result).toMatchObject({ resultType: 'task', status: 'working' });
    return String(message.result?.['taskId']);
  });
  const [watched = ''] = ids;
  const subscriber = subscribe(url, token, watched);
  await expect.poll(() => subscriber.messages).not.toHaveLength(0);
  await first.kill('SIGKILL');
  await Promise.all(ids.slice(0, 10).map((id) => agents.approve(bob, id)));

  const second = await spawnAgentServer(agents, settings);
  try {
    await Promise.all(ids.slice(10).map((id) => agents.approve(bob, id)));
    for (const taskId of ids) {
      const state = async () =>
        (await exchange(url, token, 'tasks/get', { taskId }, { capabilities })).message.result;
      await expect
        .poll(async () => (await state())?.['status'], { timeout: 30_000, interval: 200 })
        .toBe('completed');
      expect(await state()).toMatchObject({
        result: { structuredContent: { meetingId: taskId, status: 'confirmed' } },
      });
    }
    const seen = subscriber.messages.at(-1)?.version;
    const resumed = subscribe(url, token, watched, seen);
    await expect.poll(() => resumed.messages[0]).toMatchObject({ type: 'version', previous: seen });
    resumed.close();
  } finally {
    await second.kill('SIGTERM');
    keys.close();
  }
});

const stdio = () => ({
  command: process.execPath,
  args: [agentEntry, '--stdio'],
  env: { ...agentEnvironment(agents), MCP_STDIO_PERSON: ana.mail },
});

test('over standard input a client of the older era acts as the person who started the server', async () => {
  const client = new LegacyClient({ name: 'desktop', version: '1.0.0' });
  await client.connect(new LegacyStdio(stdio()));
  const { tools } = await client.listTools();
  expect(tools).toHaveLength(11);
  const listed = await client.callTool({ name: 'list_meetings', arguments: { which: 'organizedByMe' } });
  const { meetings } = listed.structuredContent as { meetings: { organizerId: string }[] };
  expect(meetings.every(({ organizerId }) => organizerId === ana.id)).toBe(true);
  await client.close();
});

test('over standard input a client of the newer era is notified of every version', async () => {
  const client = new ModernClient(
    { name: 'desktop', version: '1.0.0' },
    { versionNegotiation: { mode: 'auto' } },
  );
  await client.connect(new ModernStdio(stdio()));
  expect(client.getProtocolEra()).toBe('modern');
  const heard: string[] = [];
  client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
    heard.push(params.uri);
  });
  const listening = await client.listen({ resourceSubscriptions: ['inbox://me'] });
  const started = await agents.intent('meeting.propose', await agents.tokenOf(ana), {
    title: 'Heard of',
    durationMinutes: 15,
    timeZone: 'Europe/Berlin',
    attendees: [bob.mail],
    windows: [dayFromNow(2, 6, 14)],
  });
  expect(started.status).toBe(200);
  await expect.poll(() => heard.includes('inbox://me')).toBe(true);
  await listening.close();
  await client.close();
});
