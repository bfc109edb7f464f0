import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgentWorld } from '../../support/agent-world.ts';
import { openAgentWorld } from '../../support/agent-world.ts';
import { freePort } from '../../../infra/local/ports.ts';
import { dayFromNow, someone } from '../../support/meeting-world.ts';
import { tied } from '../../support/tied-process.ts';

let agents: AgentWorld;
const ana = someone('ana');
const bob = someone('bob');

beforeAll(async () => {
  agents = await openAgentWorld();
});
afterAll(async () => {
  await agents.close();
});

function supervise(name: string, token: string, url = agents.url) {
  const child = tied(
    spawn(process.execPath, [join(import.meta.dirname, '../../../mcp/clients/supervise/main.ts'), name], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], ASSENT_MCP_URL: `${url}/mcp`, ASSENT_TOKEN: token },
    }),
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
  const { child, output } = supervise(`meeting:${meetingId}`, await agents.tokenOf(bob));
  await expect.poll(output).toContain('proposed: Watched');
  expect(output()).toContain('pending   Bob');
  child.stdin.write('dance\napprove\n');
  await expect.poll(output).toContain('Done.');
  await expect.poll(output).toContain('confirmed: Watched');
  child.stdin.write('quit\n');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output()).toContain('Type approve');
});

test('a meeting is found under every spelling of its id, and watched on after the server was away', async () => {
  const started = await agents.intent('meeting.propose', await agents.tokenOf(ana), {
    title: 'Away',
    durationMinutes: 15,
    timeZone: 'Europe/Berlin',
    attendees: [bob.mail],
    windows: [dayFromNow(4, 6, 14)],
  });
  const meetingId = String(started.body['meetingId']);
  await agents.world.until(meetingId, ({ proposal }) => proposal !== undefined);
  const port = await freePort();
  const first = await agents.serve({ port });
  const token = await agents.tokenOf(ana);
  const watchers = [meetingId, `meeting:meeting:${meetingId}`].map((name) =>
    supervise(name, token, first.url),
  );
  for (const { output } of watchers) await expect.poll(output).toContain('proposed: Away');
  await first.close();
  for (const { output } of watchers)
    await expect.poll(output).toContain(`Nothing answers at http://127.0.0.1:${port}.`);
  const second = await agents.serve({ port });
  await agents.approve(bob, meetingId);
  for (const { child, output } of watchers) {
    await expect.poll(output).toContain('confirmed: Away');
    expect(output().split('Nothing answers at')).toHaveLength(2);
    child.kill();
    await once(child, 'exit');
  }
  await second.close();
});

test('somebody else’s meeting cannot be watched', async () => {
  const { child, output } = supervise('meeting-nothing', await agents.tokenOf(bob));
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(output()).toContain('no such meeting');
});
