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
    [join(import.meta.dirname, '../../../mcp/clients/supervise/main.ts'), `meeting:${meetingId}`],
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
