import type { FastifyInstance } from 'fastify';
import type { TurnContext } from 'botbuilder';
import type { Activity } from 'botframework-schema';

import { withCorrelation } from '../../infra/runtime/correlation.ts';
import type { Log } from '../../infra/runtime/log.ts';
import { takeJsonBodies } from '../http/json-bodies.ts';
import { activityShape, tenantOf } from './activity-shape.ts';
import type { TeamsAdapter } from './teams-adapter.ts';

/** More than the largest message of Teams (about 100 kB) and than any card of ours with its inputs. */
const bodyLimit = 256 * 1024;

interface HostInput {
  readonly adapter: TeamsAdapter;
  /** The only tenant that is served, where one is given. */
  readonly tenantId: string | undefined;
  readonly logic: (context: TurnContext) => Promise<void>;
  readonly log: Log;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * `POST /api/messages`, where Teams delivers activities. Whatever is wrong with a request is 400, whatever is wrong
 * with its sender 401; a fault of ours is logged and answered with 200, because Teams would only repeat it.
 */
export function teamsRoutes(host: FastifyInstance, { adapter, tenantId, logic, log }: HostInput): void {
  async function answer(body: unknown, authorization: string): Promise<Answer> {
    const parsed = activityShape.safeParse(body);
    if (!parsed.success) return { status: 400, body: { error: 'This is not an activity.' } };
    if (tenantId !== undefined && tenantOf(parsed.data) !== tenantId) {
      return { status: 401, body: { error: 'This bot does not serve this tenant.' } };
    }
    const activity = parsed.data as unknown as Activity;
    const caller = await adapter.authenticate(activity, authorization).catch((error: unknown) => {
      log.warn({ err: error }, 'a request with no valid token was turned away');
      return undefined;
    });
    if (caller === undefined) return { status: 401, body: { error: 'The token is not valid for this bot.' } };
    try {
      const response = await adapter.turn(caller, activity, logic);
      // 501 is what the SDK answers for invokes that nobody handles.
      if (response?.status === 501)
        return { status: 400, body: { error: 'This is not something the bot does.' } };
      return response === undefined ? { status: 200 } : { status: response.status, body: response.body };
    } catch (error) {
      log.error({ err: error, activityType: parsed.data.type }, 'a turn failed');
      return { status: 200 };
    }
  }

  void host.register((scope, _options, done) => {
    takeJsonBodies(scope, bodyLimit);
    scope.setErrorHandler((error, _request, reply) => {
      log.warn({ err: error }, 'a request could not be read');
      return reply.code(400).send({ error: 'The request could not be read.' });
    });
    scope.post('/api/messages', async (request, reply) => {
      const { status, body } = await withCorrelation(request.id, () =>
        answer(request.body, request.headers.authorization ?? ''),
      );
      return reply.code(status).send(body ?? '');
    });
    done();
  });
}
