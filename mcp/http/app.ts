import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Log } from '../../infra/runtime/log.ts';
import { createHostCheck } from '../auth/host-check.ts';

/** The largest request taken; a proposal with two hundred people has some 20 kB. */
const bodyLimitBytes = 1_000_000;

/** The HTTP server with what holds for every route: names it answers under, sizes, and how failures look. */
export function createHttpApp(input: {
  readonly hostnames: readonly string[];
  readonly log: Log;
}): FastifyInstance {
  const refusedHost = createHostCheck(input.hostnames);
  const app = fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1000 },
  });
  app.addHook('onRequest', (request, reply, done) => {
    const message = refusedHost({ host: request.headers.host, origin: request.headers.origin });
    if (message === undefined) done();
    else void reply.code(403).send({ ok: false, error: { code: 'forbidden', message } });
  });
  app.setErrorHandler((error: Error & { readonly statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) input.log.error({ err: error }, 'a request failed');
    const code = status >= 500 ? 'unavailable' : 'invalid';
    const message = status >= 500 ? 'Something went wrong here; try again.' : error.message;
    if (!request.url.startsWith('/mcp'))
      return reply.code(status).send({ ok: false, error: { code, message } });
    // JSON-RPC's own words: parse error, or a request that this server does not take.
    const isParseError = status === 400;
    const rpc = { code: isParseError ? -32_700 : -32_000, message: isParseError ? 'Parse error' : message };
    return reply.code(status).send({ jsonrpc: '2.0', error: rpc, id: null });
  });
  return app;
}
