import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../infra/local/ports.ts';
import { findServer } from '../../infra/local/temporal/find-server.ts';
import { namespaceIsThere } from '../../infra/local/temporal/namespace-is-there.ts';
import { neededAttributes } from '../../infra/local/temporal/search-attribute-types.ts';
import { tied } from './tied-process.ts';

export interface TestTemporalServer {
  readonly address: string;
  readonly namespace: string;
  /** SIGKILL, then a start on the same port and the same data; needs `dbFile`. */
  restart(): Promise<void>;
  /** The process of the server; another one after `restart`. */
  readonly pid: number;
  close(): Promise<void>;
}

async function untilReady(address: string, namespace: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + 60_000;
  let said = '';
  child.stderr?.on('data', (data: Buffer) => {
    said = (said + data.toString()).slice(-4000);
  });
  while (!(await namespaceIsThere(address, namespace))) {
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(`The Temporal server did not start (exit ${child.exitCode}). It said:\n${said}`);
    await pause(50);
  }
}

async function kill(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** A real Temporal server on a free port, in memory unless `dbFile` is given, with Assent's search attributes unless not wanted. */
export async function startTestTemporal(
  input: {
    readonly dbFile?: string;
    readonly dynamicConfig?: Readonly<Record<string, string>>;
    readonly searchAttributes?: typeof neededAttributes;
  } = {},
): Promise<TestTemporalServer> {
  const binary = await findServer({
    environment: process.env,
    tell: () => undefined,
    signal: new AbortController().signal,
  });
  const port = await freePort();
  const namespace = 'default';
  const address = `127.0.0.1:${port}`;
  const args = [
    ...[
      'server',
      'start-dev',
      '--headless',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--log-level',
      'error',
    ],
    ...(input.dbFile === undefined ? [] : ['--db-filename', input.dbFile]),
    ...(input.dbFile === undefined
      ? []
      : ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL']),
    ...(input.searchAttributes ?? neededAttributes).flatMap(({ name, word }) => [
      '--search-attribute',
      `${name}=${word}`,
    ]),
    ...Object.entries(input.dynamicConfig ?? {}).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${value}`,
    ]),
  ];
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = tied(spawn(binary.path, args, { stdio: ['ignore', 'ignore', 'pipe'] }));
    await untilReady(address, namespace, child);
  };
  await start();
  return {
    address,
    namespace,
    get pid() {
      return child.pid ?? 0;
    },
    restart: async () => {
      await kill(child, 'SIGKILL');
      await start();
    },
    close: () => kill(child, 'SIGTERM'),
  };
}
