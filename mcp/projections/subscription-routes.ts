import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '../../infra/runtime/log.ts';
import type { Gate } from '../auth/gate.ts';
import type { Identity } from '../auth/identity.ts';
import { closeCodes } from './subscriptions.ts';
import type { Subscriber } from './subscriptions.ts';
import type { StreamLimit } from '../http/stream-limit.ts';
import { admit, ownerOf } from '../http/admit.ts';

interface SubscriptionRoute {
  Params: { projection: string };
  Querystring: { from?: string };
}

/**
 * `WS /subscriptions/{projection}?from={version}`; without a token the upgrade itself is refused. WebSockets are known to
 * this part of the server alone: elsewhere their hooks would slow every request.
 */
export async function subscriptionRoutes(
  app: FastifyInstance,
  input: {
    readonly gate: Gate;
    readonly limit: StreamLimit;
    readonly subscribe: (
      subscriber: Subscriber,
      identity: Identity,
      projection: string,
      from: number | undefined,
    ) => Promise<void>;
    readonly log: Log;
  },
): Promise<void> {
  const { gate, limit, subscribe, log } = input;
  const admitted = new WeakMap<
    FastifyRequest['raw'],
    { readonly identity: Identity; readonly owner: string }
  >();

  await app.register(async (sockets) => {
    await sockets.register(websocket, { options: { maxPayload: 4096 } });
    sockets.get<SubscriptionRoute>(
      '/subscriptions/:projection',
      {
        websocket: true,
        onRequest: async (request, reply) => {
          const admission = await admit(gate, request, 'http', 'meetings.read');
          if (!admission.ok) {
            const { status, headers, code, message } = admission.refusal;
            return reply.code(status).headers(headers).send({ ok: false, error: { code, message } });
          }
          admitted.set(request.raw, { identity: admission.identity, owner: ownerOf(admission) });
          return undefined;
        },
      },
      (socket, request) => {
        const caller = admitted.get(request.raw);
        const release = caller === undefined ? undefined : limit.open(caller.owner);
        if (caller === undefined || release === undefined) {
          socket.close(closeCodes.tooMany, 'too many subscriptions are open; close one first');
          return;
        }
        socket.once('close', release);
        socket.on('error', () => undefined);
        const { from } = request.query;
        const version = from !== undefined && /^\d{1,9}$/.test(from) ? Number(from) : undefined;
        subscribe(socket, caller.identity, request.params.projection, version).catch((error: unknown) => {
          log.error({ err: error }, 'a subscription failed');
          socket.close(1011, 'something went wrong here; connect again');
        });
      },
    );
  });
}
