import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject } from '../layout.ts';
import type { Service } from './service.ts';

const patienceMs = 8_000;

/** A running process of the stack. */
export interface Child {
  readonly isRunning: () => boolean;
  /** Settles when the process has ended. */
  readonly ended: Promise<void>;
  /** Settles on its first message. */
  readonly told: Promise<void>;
  /** Asks it to stop, and ends it and what it started after 8 s. */
  stop(): Promise<void>;
}

function argumentsOf({ program }: Service): readonly string[] {
  const leave = ['--import', inProject('infra/local/supervision/leave-with-parent.mjs')];
  return program.kind === 'script'
    ? [...leave, inProject(program.entry), ...(program.args ?? [])]
    : [...leave, inProject('infra/local/supervision/guard.mjs'), program.path, ...program.args];
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/**
 * Starts a service with its output in `logFile`, which is appended to.
 * The child leads a process group of its own, so that Ctrl-C reaches it through the supervisor alone, in order.
 */
export function startChild(service: Service, environment: NodeJS.ProcessEnv, logFile: string): Child {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, argumentsOf(service), {
    cwd: inProject('.'),
    env: { ...environment, ...service.environment },
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  closeSync(log);
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]).then(() => undefined);
  const told = new Promise<void>((resolve) => {
    child.once('message', () => {
      resolve();
    });
  });
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    isRunning,
    ended,
    told,
    stop: async () => {
      if (!isRunning()) return;
      child.kill('SIGTERM');
      const timer = new AbortController();
      await Promise.race([
        ended,
        sleep(patienceMs, undefined, { signal: timer.signal }).catch(() => undefined),
      ]);
      timer.abort();
      if (isRunning()) endGroup(child);
      await ended;
    },
  };
}
