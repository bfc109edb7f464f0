import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { collectionPage } from '../protocol/collection-page.ts';
import { created, noContent, ok, type GraphAnswer, type GraphCall } from '../protocol/graph-call.ts';
import { badRequest, GraphError } from '../graph-error.ts';
import type { Json } from '../protocol/json.ts';
import { calendarsRead } from '../access/permission-names.ts';
import { wantsImmutableIds } from '../protocol/preferences.ts';
import { readQueryOptions } from '../protocol/query-options.ts';
import { graphBoolean, objectBody, readBody } from '../protocol/request-body.ts';
import type { GraphRoute } from '../route.ts';
import type { Subscription } from './subscription-store.ts';
import type { EmulatorState } from '../emulator-state.ts';

const minuteMs = 60_000;
/** Outlook events: under seven days; below 45 minutes is raised. Source: SEMANTICS.md of the contract. */
const longestMs = 10_080 * minuteMs;
const shortestMs = 45 * minuteMs;

const instant = z.iso.datetime({ offset: true });

const subscriptionBody = z.object({
  changeType: z.string(),
  notificationUrl: z.url({ protocol: /^https?$/ }),
  lifecycleNotificationUrl: z.url({ protocol: /^https?$/ }).nullish(),
  resource: z.string().min(1).max(2_000),
  expirationDateTime: instant,
  clientState: z.string().max(128).nullish(),
  latestSupportedTlsVersion: z.string().nullish(),
  includeResourceData: graphBoolean.nullish(),
  encryptionCertificate: z.string().nullish(),
  encryptionCertificateId: z.string().nullish(),
  notificationQueryOptions: z.string().nullish(),
  notificationUrlAppId: z.string().nullish(),
});

function readChangeTypes(text: string): string {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  if (names.some((name) => !['created', 'updated', 'deleted'].includes(name))) {
    throw badRequest(
      "changeType takes 'created', 'updated' and 'deleted', separated by commas.",
      'InvalidRequest',
    );
  }
  return [...new Set(names)].join(',');
}

/** The mailbox whose events a resource names: `/users/{id}/events` or `me/events`, with or without `/calendar`. */
function watchedOwner(world: EmulatorState, call: GraphCall, resource: string): string {
  const path = resource.replace(/^\/?(v1\.0\/)?/, '').replace(/\?.*$/, '');
  const match = /^(?:me|users(?:\/([^/]+)|\('([^']+)'\)))\/(?:calendar\/)?events$/i.exec(path);
  if (match === null) {
    throw badRequest(
      `Resource '${resource.slice(0, 100)}' cannot be subscribed to in this emulator of Microsoft Graph; it takes users/{id}/events.`,
      'InvalidRequest',
    );
  }
  const key = match[1] ?? match[2] ?? (call.caller.kind === 'delegated' ? call.caller.userId : '');
  const mailbox = world.directory.find(key);
  if (mailbox === undefined)
    throw new GraphError(404, 'ResourceNotFound', `The user '${key.slice(0, 100)}' was not found.`);
  if (call.caller.kind === 'delegated' && mailbox.id !== call.caller.userId) {
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
  return mailbox.id;
}

function readExpiry(world: EmulatorState, text: string): number {
  const nowMs = world.now().getTime();
  const expiresMs = Date.parse(text);
  if (expiresMs <= nowMs)
    throw badRequest('Subscription expiration must be in the future.', 'InvalidRequest');
  if (expiresMs - nowMs > longestMs) {
    throw badRequest(
      `Subscription expiration can only be ${longestMs / minuteMs} minutes in the future.`,
      'InvalidRequest',
    );
  }
  return Math.max(expiresMs, nowMs + shortestMs);
}

async function handshake(world: EmulatorState, url: string | null | undefined): Promise<void> {
  if (url === undefined || url === null) return;
  const wrong = await world.notifier.validate(url);
  if (wrong !== undefined) {
    throw badRequest(
      `Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request: ${wrong}.`,
      'ValidationError',
    );
  }
}

function json(call: GraphCall, body: Json): Json {
  return { '@odata.context': `${call.base}/$metadata#subscriptions/$entity`, ...body };
}

async function postSubscription(world: EmulatorState, call: GraphCall): Promise<GraphAnswer> {
  const input = readBody(subscriptionBody, objectBody(call.body), 'microsoft.graph.subscription');
  if (input.includeResourceData === true) {
    throw badRequest(
      'includeResourceData is not supported by this emulator of Microsoft Graph.',
      'InvalidRequest',
    );
  }
  const changeType = readChangeTypes(input.changeType);
  const owner = watchedOwner(world, call, input.resource);
  const expiresMs = readExpiry(world, input.expirationDateTime);
  await handshake(world, input.notificationUrl);
  await handshake(world, input.lifecycleNotificationUrl);
  const id = randomUUID();
  const body: Json = {
    id,
    resource: input.resource,
    applicationId: call.caller.applicationId,
    changeType,
    clientState: input.clientState ?? null,
    notificationUrl: input.notificationUrl,
    lifecycleNotificationUrl: input.lifecycleNotificationUrl ?? null,
    notificationQueryOptions: input.notificationQueryOptions ?? null,
    notificationUrlAppId: input.notificationUrlAppId ?? null,
    expirationDateTime: new Date(expiresMs).toISOString(),
    creatorId: call.caller.kind === 'delegated' ? call.caller.userId : call.caller.applicationId,
    includeResourceData: false,
    latestSupportedTlsVersion: input.latestSupportedTlsVersion ?? 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
  };
  world.subscriptions.write({
    id,
    expiresMs,
    body,
    owner,
    immutableIds: wantsImmutableIds(call),
    reminded: false,
  });
  return created(json(call, body));
}

function need(world: EmulatorState, call: GraphCall): Subscription {
  const id = call.params['subscription'] ?? '';
  const subscription = world.subscriptions.find(id);
  if (subscription === undefined || subscription.expiresMs <= world.now().getTime()) {
    throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
  }
  return subscription;
}

const renewal = z.object({
  expirationDateTime: instant,
  notificationUrl: z.url({ protocol: /^https?$/ }).nullish(),
});

async function patchSubscription(world: EmulatorState, call: GraphCall): Promise<GraphAnswer> {
  const subscription = need(world, call);
  const input = readBody(renewal, objectBody(call.body), 'microsoft.graph.subscription');
  const expiresMs = readExpiry(world, input.expirationDateTime);
  await handshake(world, input.notificationUrl);
  const body = {
    ...subscription.body,
    expirationDateTime: new Date(expiresMs).toISOString(),
    ...(input.notificationUrl ? { notificationUrl: input.notificationUrl } : {}),
  };
  world.subscriptions.write({ ...subscription, expiresMs, body, reminded: false });
  return ok(json(call, body));
}

function listSubscriptions(world: EmulatorState, call: GraphCall): GraphAnswer {
  const nowMs = world.now().getTime();
  const items = world.subscriptions.list().filter(({ expiresMs }) => expiresMs > nowMs);
  const options = readQueryOptions(call.query, ['$select', '$top', '$skip', '$filter', '$count']);
  return ok(
    collectionPage(
      call,
      'subscriptions',
      items.map(({ body }) => body),
      options,
      100,
    ),
  );
}

export const subscriptionRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/subscriptions', needs: calendarsRead, handle: listSubscriptions },
  { method: 'POST', path: '/subscriptions', needs: calendarsRead, handle: postSubscription },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}',
    needs: calendarsRead,
    handle: (world, call) => ok(json(call, need(world, call).body)),
  },
  { method: 'PATCH', path: '/subscriptions/{subscription}', needs: calendarsRead, handle: patchSubscription },
  {
    method: 'DELETE',
    path: '/subscriptions/{subscription}',
    needs: calendarsRead,
    handle: (world, call) => {
      world.subscriptions.remove(need(world, call).id);
      return noContent;
    },
  },
  {
    method: 'POST',
    path: '/subscriptions/{subscription}/reauthorize',
    needs: calendarsRead,
    handle: (world, call) => {
      // The expiry stays as it is, so the reminder of it was the last.
      need(world, call);
      return noContent;
    },
  },
];
