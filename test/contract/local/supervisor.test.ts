import { rmSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { logFileOf, makeFolders } from '../../../infra/local/layout.ts';
import { Supervisor } from '../../../infra/local/supervision/supervisor.ts';

describe('a process that dies', () => {
  const name = 'supervisor-test';
  let supervisor: Supervisor | undefined;
  beforeAll(makeFolders);
  afterEach(async () => {
    await supervisor?.stop();
    rmSync(logFileOf(name), { force: true });
  });

  /** What is told of a process that ends half a second after each start. */
  async function toldOf(limits: { mostRestarts: number; steadyMs: number }): Promise<readonly string[]> {
    const told: string[] = [];
    supervisor = new Supervisor(process.env, (line) => told.push(line), limits);
    await supervisor.start([
      {
        name,
        program: { kind: 'binary', path: '/bin/sh', args: ['-c', 'sleep 0.5'] },
        ports: [],
        ready: { kind: 'check', check: () => Promise.resolve(true) },
        rows: [],
      },
    ]);
    return told;
  }

  it('is started again a few times, and then left alone', async () => {
    const told = await toldOf({ mostRestarts: 2, steadyMs: 60_000 });
    await expect.poll(() => told.at(-1)).toContain('keeps ending and is left alone');
    expect(told.filter((line) => line.includes('is started again'))).toHaveLength(2);
  });

  it('is started again each time when it ran well in between', async () => {
    const told = await toldOf({ mostRestarts: 2, steadyMs: 300 });
    await expect.poll(() => told.length).toBeGreaterThan(4);
    expect(told.filter((line) => !line.includes('is started again'))).toEqual([]);
  });
});
