import type { Subscription } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';

import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import { serviceErrorOf } from '../transport/graph-error.ts';
import type { Graph } from '../transport/graph.ts';

/** Of the 10,080 minutes that Outlook's events are told of at most, an hour less (change-notifications-overview of the Graph documentation). */
export const subscriptionLifeMs = (10_080 - 60) * 60_000;

const subscription = z.object({ id: z.string() });

function pathOf(subscriptionId: string): string {
  return `/subscriptions/${encodeURIComponent(subscriptionId)}`;
}

/** Subscribes to the events of a mailbox; Graph calls the address before it answers. Rejects with `ServiceError`. */
export async function createSubscription(
  graph: Graph,
  input: {
    readonly ownerId: PersonId;
    readonly notificationUrl: string;
    /** A secret that comes with every notification, of at most 128 characters. */
    readonly clientState: string;
    readonly expiresAtMs: number;
  },
): Promise<{ readonly subscriptionId: string }> {
  const { ownerId, notificationUrl, clientState, expiresAtMs } = input;
  const { id } = await graph.send(
    {
      method: 'POST',
      path: '/subscriptions',
      body: {
        changeType: 'created,updated,deleted',
        resource: `/users/${ownerId}/events`,
        notificationUrl,
        lifecycleNotificationUrl: notificationUrl,
        clientState,
        expirationDateTime: new Date(expiresAtMs).toISOString(),
      } satisfies Subscription,
    },
    subscription,
  );
  return { subscriptionId: id };
}

/** Says whether it is still there to be renewed. */
export async function renewSubscription(
  graph: Graph,
  { subscriptionId, expiresAtMs }: { readonly subscriptionId: string; readonly expiresAtMs: number },
): Promise<boolean> {
  const answer = await graph.answer({
    method: 'PATCH',
    path: pathOf(subscriptionId),
    body: { expirationDateTime: new Date(expiresAtMs).toISOString() } satisfies Subscription,
  });
  if (answer.status === 404) return false;
  if (answer.status >= 300) throw serviceErrorOf(answer);
  return true;
}

/** Answers `reauthorizationRequired`, which leaves the expiry as it is; says whether it is still there. */
export async function reauthorizeSubscription(graph: Graph, subscriptionId: string): Promise<boolean> {
  const answer = await graph.answer({ method: 'POST', path: `${pathOf(subscriptionId)}/reauthorize` });
  if (answer.status === 404) return false;
  if (answer.status >= 300) throw serviceErrorOf(answer);
  return true;
}

/** One that no longer exists is not an error. */
export async function deleteSubscription(graph: Graph, subscriptionId: string): Promise<void> {
  const answer = await graph.answer({ method: 'DELETE', path: pathOf(subscriptionId) });
  if (answer.status >= 300 && answer.status !== 404) throw serviceErrorOf(answer);
}
