import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { LocalStackError } from './local-stack-error.ts';
import type { Service } from './supervision/service.ts';

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}

/** Below the ports that systems give to outgoing connections (32768 on Linux, 49152 by RFC 6335, section 6). */
const [firstPort, lastPort] = [20_000, 32_767];
const given = new Set<number>();

/**
 * A port of 127.0.0.1 that nobody listens on at the moment, another one each time. No outgoing connection takes it
 * before its server does, or while it restarts.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(firstPort, lastPort + 1);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new LocalStackError(`No free port on 127.0.0.1 between ${firstPort} and ${lastPort}.`);
}

/** @throws LocalStackError with a sentence for every port that another program has. */
export async function checkPorts(services: readonly Service[]): Promise<void> {
  const taken: string[] = [];
  for (const { name, ports } of services)
    for (const { variable, port } of ports)
      if (!(await isFree(port)))
        taken.push(`Port ${port} of ${name} is taken by another program; set ${variable} to a free one.`);
  if (taken.length > 0) throw new LocalStackError(taken.join('\n'));
}
