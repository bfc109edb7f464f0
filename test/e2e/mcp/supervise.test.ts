import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgentWorld } from '../../support/agent-world.ts';
import { openAgentWorld } from '../../support/agent-world.ts';
import { dayFromNow, someone } from '../../support/meeting-world.ts';

let agents: AgentWorld;
const ana = someone('ana');
const bob = someone('bob');

beforeAll(async () => {
  agents = await openAgentWorld();
});
afterAll(async () => {
  await agents.close();
});

function supervise(meetingId: string, token: string, url = agents.url) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../../mcp/supervise/main.ts'), `meeting:${meetingId}`],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], ASSENT_MCP_URL: `${url}/mcp`, ASSENT_TOKEN: token },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return { child, output: () => output };
}

test('a meeting is watched in a terminal, and approved there by the person signed in', async () => {
  const started = await agents.intent('meeting.propose', await agents.tokenOf(ana), {
    title: 'Watched',
    durationMinutes: 15,
    timeZone: 'Europe/Berlin',
    attendees: [bob.mail],
    windows: [dayFromNow(3, 6, 14)],
  });
  const meetingId = String(started.body['meetingId']);
  await agents.world.until(meetingId, ({ proposal }) => proposal !== undefined);
  const { child, output } = supervise(meetingId, await agents.tokenOf(bob));
  await expect.poll(output).toContain('proposed: Watched');
  expect(output()).toContain('pending   Bob');
  child.stdin.write('dance\napprove\n');
  await expect.poll(output).toContain('Done.');
  await expect.poll(output).toContain('confirmed: Watched');
  child.stdin.write('quit\n');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output()).toContain('Type approve');
});

test('somebody else’s meeting cannot be watched', async () => {
  const { child, output } = supervise('meeting-nothing', await agents.tokenOf(bob));
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(output()).toContain('no such meeting');
});

test('a subscriber resumes from the version that it has seen, without the snapshot', async () => {
  const { createMeetingFeeds } = await import('../../../mcp/intents/meeting-feed.ts');
  const feeds = createMeetingFeeds(agents.world.ports.projections);
  const started = await agents.intent('meeting.propose', await agents.tokenOf(ana), {
    title: 'Resumed',
    durationMinutes: 15,
    timeZone: 'Europe/Berlin',
    attendees: [bob.mail],
    windows: [dayFromNow(4, 6, 14)],
  });
  const meetingId = String(started.body['meetingId']);
  const seen: number[] = [];
  const first = await feeds.join(meetingId, undefined, ({ version }) => seen.push(version));
  const snapshot = JSON.parse(first?.first[0] ?? '{}') as { type: string; version: number };
  expect(snapshot.type).toBe('snapshot');
  await agents.intent('meeting.cancel', await agents.tokenOf(ana), { meetingId });
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  const again = await feeds.join(meetingId, snapshot.version, () => undefined);
  const messages = (again?.first ?? []).map((text) => JSON.parse(text) as { type: string; previous: number });
  expect(messages[0]).toMatchObject({ type: 'version', previous: snapshot.version });
  const lost = await feeds.join(meetingId, 0, () => undefined);
  expect(JSON.parse(lost?.first[0] ?? '{}')).toMatchObject({ type: 'snapshot' });
  for (const joined of [first, again, lost]) await joined?.leave();
});
