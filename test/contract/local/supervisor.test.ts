import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logFileOf, makeFolders } from '../../../infra/local/layout.ts';
import { Supervisor } from '../../../infra/local/supervision/supervisor.ts';

describe('a process that dies', () => {
  const name = 'supervisor-test';
  let folder: string;
  let supervisor: Supervisor | undefined;
  beforeAll(makeFolders);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assent-supervisor-'));
  });
  afterEach(async () => {
    await supervisor?.stop();
    rmSync(logFileOf(name), { force: true });
    rmSync(folder, { recursive: true });
  });

  /** Starts a process that notes each of its starts and then runs `script`; answers with what is told of it. */
  async function toldOf(
    script: string,
    pauses: { firstMs: number; maxMs: number; steadyMs: number },
  ): Promise<readonly string[]> {
    const told: string[] = [];
    supervisor = new Supervisor(process.env, (line) => told.push(line), pauses);
    await supervisor.start([
      {
        name,
        program: {
          kind: 'binary',
          path: process.execPath,
          args: ['-e', `fs.appendFileSync('${folder}/starts', Date.now() + '\\n'); ${script}`],
        },
        ports: [],
        ready: { kind: 'check', check: () => Promise.resolve(true) },
        rows: [],
      },
    ]);
    return told;
  }

  function startsMs(): number[] {
    return readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n').map(Number);
  }

  it('is tried again less and less often, never given up, and complained of once', async () => {
    const told = await toldOf('', { firstMs: 100, maxMs: 1500, steadyMs: 60_000 });
    await expect.poll(() => startsMs().length).toBeGreaterThanOrEqual(7);
    const starts = startsMs();
    const pauses = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(1500);
    expect(pauses[0]).toBeLessThan(1500);
    expect(told).toEqual([
      expect.stringContaining(`${name} ended and is started again`),
      expect.stringContaining(`${name} keeps ending`),
    ]);
    for (const line of told) expect(line).toContain(logFileOf(name));
  });

  it('is said to run again once it does', async () => {
    const script = `if (fs.existsSync('${folder}/mended')) setTimeout(() => {}, 60_000);`;
    const told = await toldOf(script, { firstMs: 50, maxMs: 200, steadyMs: 1500 });
    await expect.poll(() => told.at(-1)).toContain('keeps ending');
    writeFileSync(join(folder, 'mended'), '');
    await expect.poll(() => told.at(-1)).toBe(`${name} runs again.`);
    expect(told).toHaveLength(3);
  });

  it('is started again at once each time when it ran well in between', async () => {
    const told = await toldOf('setTimeout(() => {}, 400)', { firstMs: 50, maxMs: 60_000, steadyMs: 300 });
    await expect.poll(() => told.length).toBeGreaterThan(4);
    expect(told.filter((line) => !line.includes('is started again'))).toEqual([]);
  });

  it('is not started again while everything stops', async () => {
    const told = await toldOf('', { firstMs: 60_000, maxMs: 60_000, steadyMs: 60_000 });
    await expect.poll(() => told.length).toBe(1);
    await supervisor?.stop();
    await sleep(300);
    expect(startsMs()).toHaveLength(1);
  });
});
