import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

import { freePort } from '../../infra/local/ports.ts';
import { tied } from './tied-process.ts';

export const redisServerIsInstalled = spawnSync('redis-server', ['--version']).status === 0;

export const howToGetRedis =
  'No redis-server on the PATH: install it (`apt-get install redis-server` or `brew install redis`) to run these.';

export interface RedisServer {
  readonly url: string;
  /** Ends the server abruptly and starts another on the same port, with nothing kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function run(port: number, folder: string) {
  const server = tied(
    spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const ended = once(server, 'exit');
  let text = '';
  for await (const chunk of server.stdout) {
    text += String(chunk);
    if (text.includes('Ready to accept connections')) break;
  }
  if (server.exitCode !== null) throw new Error(`redis-server did not start: ${text}`);
  return {
    end: async (signal: 'SIGTERM' | 'SIGKILL') => {
      server.kill(signal);
      await ended;
    },
  };
}

/** A real Redis on a free port of this machine, that keeps nothing. */
export async function startRedisServer(): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-redis-'));
  const port = await freePort();
  let server = await run(port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    restart: async () => {
      await server.end('SIGKILL');
      server = await run(port, folder);
    },
    stop: async () => {
      await server.end('SIGTERM');
      await rm(folder, { recursive: true });
    },
  };
}
