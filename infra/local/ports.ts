import { once } from 'node:events';
import { createServer } from 'node:net';
import { LocalStackError } from './local-stack-error.ts';
import type { Service } from './supervision/service.ts';

/** A port of 127.0.0.1 that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string')
    throw new LocalStackError('No free port on 127.0.0.1.');
  return address.port;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
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
