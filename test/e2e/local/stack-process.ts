import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject } from '../../../infra/local/layout.ts';
import { local } from '../../../infra/local/settings.ts';
import { tied } from '../../support/tied-process.ts';

/** Every local port free, so that nothing that runs on this machine is in the way. */
const freePorts = Object.fromEntries(Object.values(local.variables).map(({ name }) => [name, '0']));

/** `npm start` without npm, with a state folder of its own. */
export class StackProcess {
  readonly stateFolder: string;
  readonly child: ChildProcess;
  #output = '';

  constructor(stateFolder: string, args: readonly string[] = [], environment: Record<string, string> = {}) {
    this.stateFolder = stateFolder;
    this.child = tied(
      spawn(process.execPath, [inProject('infra/local/run.mjs'), 'infra/local/start.ts', ...args], {
        env: { ...process.env, ...freePorts, ASSENT_STATE_DIR: stateFolder, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
  }

  /** Both outputs, as far as they came. */
  get output(): string {
    return this.#output;
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  async untilReady(): Promise<void> {
    // Longer than the stack gives a part of it, so that it is heard which part was late.
    const limitMs = 90_000;
    const isReady = (): boolean => this.#output.includes('Assent is ready');
    await until(() => isReady() || this.child.exitCode !== null, limitMs).catch((error: unknown) => {
      throw new Error(this.#output, { cause: error });
    });
    if (!isReady()) throw new Error(this.#output);
  }

  /** The addresses of the table. */
  urls(): string[] {
    return [...this.#output.matchAll(/^ {2}\S.* {2}(http\S+)$/gm)].map(([, url = '']) => url);
  }
}

/** Process ids whose environment names `stateFolder`: everything that the stack started, and nothing else. */
export function processesOf(stateFolder: string): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const mine = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(
          `ASSENT_STATE_DIR=${stateFolder}\0`,
        );
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return mine && command !== '' ? [{ pid: Number(pid), command }] : [];
      } catch {
        return [];
      }
    });
}

export const processesCanBeListed = existsSync('/proc/self/environ');

export async function until(holds: () => boolean, limitMs = 60_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error('It did not come about in time.');
    await sleep(50);
  }
}

export async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** A state folder that is removed after `use`. */
export async function withStateFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-stack-'));
  try {
    await use(folder);
  } finally {
    for (const { pid } of processesCanBeListed ? processesOf(folder) : []) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
