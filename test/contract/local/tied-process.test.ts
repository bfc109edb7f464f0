import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { inProject } from '../../../infra/local/layout.ts';
import { tied } from '../../support/tied-process.ts';

const support = inProject('test/support');

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Starts servers in a process of their own, as a worker of vitest does, and gives that process and the servers’ ids. */
async function serversOf(script: string) {
  const child = tied(
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, pids: line.split(' ').map(Number) };
}

const startTemporal = `
  import { startTestTemporal } from '${support}/temporal-server.ts';
  const { pid } = await startTestTemporal();`;
const startAnother = `
  import { spawn } from 'node:child_process';
  import { tied } from '${support}/tied-process.ts';
  const other = tied(spawn('sleep', ['600'], { stdio: 'ignore' }));`;

test('a test process that is killed outright leaves no server behind', async () => {
  const { child, pids } = await serversOf(
    `${startTemporal}${startAnother} console.log(pid, other.pid); setInterval(() => {}, 1000);`,
  );
  expect(pids.map(isRunning)).toEqual([true, true]);
  child.kill('SIGKILL');
  await expect.poll(() => pids.filter(isRunning)).toEqual([]);
});

test('nor does one that fails before it closes its server', async () => {
  const { child, pids } = await serversOf(
    `${startTemporal} console.log(pid); setTimeout(() => process.exit(1), 100);`,
  );
  if (child.exitCode === null) await once(child, 'exit');
  await expect.poll(() => pids.filter(isRunning)).toEqual([]);
});
