import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { inProject } from '../../infra/local/layout.ts';
import { local } from '../../infra/local/settings.ts';
import { below } from './result.ts';
import type { BenchResult } from './result.ts';

const execute = promisify(execFile);
const warmStarts = 5;
const checked = z.object({ seconds: z.number() });

export const description = 'npm start to ready, on empty state and warm';

async function secondsToReady(stateFolder: string): Promise<number> {
  const freePorts = Object.fromEntries(Object.values(local.variables).map(({ name }) => [name, '0']));
  const startedMs = performance.now();
  const { stdout } = await execute(
    process.execPath,
    [inProject('infra/local/run.mjs'), 'infra/local/start.ts', '--check'],
    {
      env: { ...process.env, ...freePorts, ASSENT_STATE_DIR: stateFolder },
    },
  );
  const wholeSeconds = (performance.now() - startedMs) / 1000;
  const { seconds } = checked.parse(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''));
  console.log(`  ready after ${seconds.toFixed(2)} s, stopped after ${wholeSeconds.toFixed(2)} s`);
  return seconds;
}

export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-bench-'));
  try {
    const cold = await secondsToReady(folder);
    const warm = [];
    for (let start = 0; start < warmStarts; start++) warm.push(await secondsToReady(folder));
    warm.sort((a, b) => a - b);
    return {
      rows: [
        { name: 'first start, empty state', value: cold, unit: 's' },
        below('warm start, median', warm[Math.floor(warmStarts / 2)] ?? Number.NaN, 's', 10),
        below('warm start, slowest', warm.at(-1) ?? Number.NaN, 's', 10),
      ],
      notes: ['Packages and the Temporal server are there already; all ports are free ones.'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
