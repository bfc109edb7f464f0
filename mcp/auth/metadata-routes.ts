import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Facade, FacadeAnswer } from './facade.ts';

function send(reply: FastifyReply, { status, headers, body }: FacadeAnswer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}

/** What clients read before they sign in, and the facade where an issuer needs one. */
export function metadataRoutes(
  app: FastifyInstance,
  input: {
    readonly protectedResource: Readonly<Record<string, unknown>>;
    readonly facade: Facade | undefined;
  },
): void {
  const { protectedResource, facade } = input;
  const open = { 'access-control-allow-origin': '*' };
  for (const path of ['/.well-known/oauth-protected-resource', '/.well-known/oauth-protected-resource/mcp'])
    app.get(path, (_, reply) => reply.headers(open).send(protectedResource));
  app.get('/healthz', (_, reply) => reply.send({ ok: true }));
  if (facade === undefined) return;

  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 20_000 },
    (_, body, done) => {
      done(null, new URLSearchParams(String(body)));
    },
  );
  for (const path of ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration'])
    app.get(path, async (_, reply) => send(reply.headers(open), await facade.metadata()));
  app.post('/register', (request, reply) => send(reply, facade.register(request.body)));
  app.get('/authorize', async (request, reply) =>
    send(reply, await facade.authorize(new URL(request.url, 'http://localhost').searchParams)),
  );
  app.post('/token', async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    return send(reply, await facade.token(form));
  });
}
