import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import helmet from '@fastify/helmet';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { RequestLog } from './request-log.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { busyWeek } from './page-data.ts';

/** The page loads nothing and runs its own script alone; its colours are set on single elements. */
function securityOf(html: string): FastifyHelmetOptions {
  const script = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [`'sha256-${createHash('sha256').update(script).digest('base64')}'`],
        styleSrc: ["'unsafe-inline'"],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  };
}

const keepAliveMs = 20_000;
const settleMs = 150;

/**
 * The page at `/`: everybody's calendar for a week, the mail that was sent, the Planner board, the latest requests; live.
 * `/_emulator/state?week=2026-03-02` is what it shows, `/_emulator/changes` (server-sent events) says when to look again.
 */
export function pageRoutes(
  app: FastifyInstance,
  { world, log }: { world: EmulatorState; log: RequestLog },
): void {
  const html = readFileSync(new URL('page.html', import.meta.url), 'utf8');
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  app.register(async (pages) => {
    await pages.register(helmet, securityOf(html));
    pages.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  });
  app.get<{ Querystring: { week?: string } }>('/_emulator/state', (request) =>
    busyWeek(world, log, request.query.week),
  );
  app.get('/_emulator/changes', (request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    stream.write('retry: 1000\n\n');
    let waiting: NodeJS.Timeout | undefined;
    const tell = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        stream.write('data: changed\n\n');
      }, settleMs);
    };
    const stops = [
      world.events.listen(tell),
      world.mails.listen(tell),
      world.planner.listen(tell),
      log.listen(tell),
    ];
    const alive = setInterval(() => stream.write(': alive\n\n'), keepAliveMs);
    request.raw.on('close', () => {
      clearInterval(alive);
      clearTimeout(waiting);
      for (const stop of stops) stop();
    });
  });
}
