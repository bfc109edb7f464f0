import type { FastifyInstance } from 'fastify';

import { withCorrelation } from '../../infra/runtime/correlation.ts';
import { graphNotificationPath } from '../../infra/runtime/graph-notification-address.ts';
import type { Log } from '../../infra/runtime/log.ts';
import type { CalendarNotifications } from '../../workers/client/calendar-notifications.ts';
import type { CalendarChanges } from '../../workflows/ports/calendar-changes.ts';
import type { MailboxNews } from './graph-notification.ts';
import { newsOf, notificationsShape } from './graph-notification.ts';
import { takeJsonBodies } from '../http/json-bodies.ts';

/** A thousand notifications without their resources, which is more than Graph puts into one request. */
const bodyLimit = 768 * 1024;
/** Several times the length of Graph's tokens. */
const longestToken = 2000;

export interface GraphNotificationParts {
  readonly changes: Pick<CalendarChanges, 'ownerOf' | 'reauthorize' | 'forget'>;
  readonly news: CalendarNotifications;
}

/**
 * `POST /graph/notifications`, for changes and for the lifecycle of subscriptions (change-notifications-delivery-webhooks
 * and change-notifications-lifecycle-events of the Graph documentation). A validation token is sent back as plain text;
 * notifications are answered with 202 before anything is done about them, because Graph drops subscribers that are slow.
 * Only `clientState` proves where one comes from. What is lost between the answer and the work is found by the daily check.
 */
export function graphNotificationRoutes(
  host: FastifyInstance,
  input: GraphNotificationParts & {
    readonly inBackground: (name: string, work: () => Promise<unknown>) => void;
    readonly log: Log;
  },
): void {
  const { changes, news, inBackground, log } = input;

  async function bring(mailbox: MailboxNews): Promise<void> {
    const { ownerId, isChanged, eventIds, lifecycleEvents } = mailbox;
    const isRemoved = lifecycleEvents.has('subscriptionRemoved');
    // Meetings that still need it check again, which renews the subscription.
    if (isRemoved) await changes.forget(ownerId);
    await Promise.all([
      ...(isChanged ? [news.changed({ ownerId, eventIds })] : []),
      ...(isRemoved || lifecycleEvents.has('missed') ? [news.missed(ownerId)] : []),
      ...(lifecycleEvents.has('reauthorizationRequired') ? [changes.reauthorize(ownerId)] : []),
    ]);
  }

  void host.register((scope, _options, done) => {
    takeJsonBodies(scope, bodyLimit);
    scope.setErrorHandler((error, _request, reply) => {
      const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
      log.debug({ err: error }, 'a notification could not be read');
      return reply.code(isTooLarge ? 413 : 400).send({ error: 'The request could not be read.' });
    });
    scope.post<{ Querystring: { validationToken?: unknown } }>(
      graphNotificationPath,
      async (request, reply) => {
        const token = request.query.validationToken;
        if (typeof token === 'string' && token.length <= longestToken) {
          return reply.type('text/plain').header('x-content-type-options', 'nosniff').send(token);
        }
        const parsed = notificationsShape.safeParse(request.body);
        if (!parsed.success) return reply.code(400).send({ error: 'These are not notifications.' });
        const notifications = parsed.data.value;
        inBackground('notifications of Graph', () =>
          withCorrelation(request.id, async () => {
            await Promise.all((await newsOf(notifications, changes.ownerOf)).map(bring));
          }),
        );
        return reply.code(202).send();
      },
    );
    done();
  });
}
