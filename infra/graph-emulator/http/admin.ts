import type { FastifyInstance } from 'fastify';
import type { Faults } from './faults.ts';
import { pageRoutes } from '../page/page.ts';
import type { RequestLog } from '../page/request-log.ts';
import type { EmulatorState } from '../emulator-state.ts';

/** What the emulator's own paths work on. */
export interface Administration {
  readonly world: EmulatorState;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly reset: () => void;
}

/**
 * The emulator's own paths, apart from Graph and without a token:
 * `GET|DELETE /_emulator/requests` (counts and log), `GET|POST|DELETE /_emulator/faults`, `POST /_emulator/reset`,
 * `GET /_emulator/mails`, and the page (`page.ts`).
 */
export function adminRoutes(app: FastifyInstance, { world, faults, log, reset }: Administration): void {
  app.get('/_emulator/requests', () => log.summary());
  app.delete('/_emulator/requests', (_request, reply) => {
    log.clear();
    return reply.code(204).send();
  });
  app.get('/_emulator/faults', () => faults.list());
  app.post('/_emulator/faults', (request, reply) => {
    try {
      faults.add(JSON.parse(typeof request.body === 'string' ? request.body : 'null'));
    } catch (error) {
      return reply.code(400).send({ message: error instanceof Error ? error.message : String(error) });
    }
    return reply.code(201).send(faults.list());
  });
  app.delete('/_emulator/faults', (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.post('/_emulator/reset', (_request, reply) => {
    reset();
    faults.clear();
    log.clear();
    return reply.code(204).send();
  });
  app.get('/_emulator/mails', () => world.mails.list());
  pageRoutes(app, { world, log });
}
