import type { Activity } from 'botframework-schema';
import { z } from 'zod';

import { ServiceError } from '../../workflows/ports/service-error.ts';
import type { Store } from '../../workflows/ports/store.ts';
import type { BotToken } from './bot-token.ts';
import type { HttpReply } from './http-request.ts';
import { sendRequest } from './http-request.ts';

/** Where a conversation is: the connector's address and the conversation's id there. */
export interface Place {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/** `refused` means that this content is not taken; `unreachable`, that nothing gets there. */
export type Sent =
  | { readonly kind: 'sent'; readonly activityId: string }
  | { readonly kind: 'unreachable'; readonly reason: 'notInstalled' | 'blocked' | 'notFound' }
  | { readonly kind: 'refused'; readonly reason: string };

export type OutgoingActivity = Partial<Activity>;

export interface RosterMember {
  /** The id by which Teams knows the person towards this bot. */
  readonly userId: string;
  readonly directoryId?: string;
  readonly name: string;
  readonly mail?: string;
  /** Of the organisation that the account belongs to. */
  readonly tenantId?: string;
}

/** The REST of the Bot Connector. Rejects with `ServiceError` on transient failures, throttling included. */
export interface Connector {
  send(place: Place, activity: OutgoingActivity): Promise<Sent>;
  update(place: Place, activityId: string, activity: OutgoingActivity): Promise<Sent>;
  /** Everybody in a group chat or a team, page after page. */
  roster(place: Place): Promise<readonly RosterMember[]>;
}

const idShape = z.object({ id: z.string().optional() });
const rosterShape = z.object({
  continuationToken: z.string().nullish(),
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullish(),
      aadObjectId: z.string().nullish(),
      objectId: z.string().nullish(),
      email: z.string().nullish(),
      userPrincipalName: z.string().nullish(),
      tenantId: z.string().nullish(),
    }),
  ),
});
const rosterPageSize = 500;
const timeoutMs = 10_000;
/** Teams allows 50 requests a second per app and tenant; the rest is left to replies. */
const sendsPerSecond = 40;

function unavailable(
  reason: 'unavailable' | 'throttled' | 'forbidden',
  message: string,
  more: object = {},
): ServiceError {
  return new ServiceError({ reason, service: 'teams', message, ...more });
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); 5 s where it is missing. */
function retryAfterMs(text: string | undefined): number {
  if (text === undefined) return 5000;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 5000;
}

function isLoopback(serviceUrl: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${serviceUrl}/`);
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300;
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

export function createConnector(input: { readonly token: BotToken; readonly store: Store }): Connector {
  const { token, store } = input;
  const pausedUntilMs = new Map<string, number>();

  /** All processes together stay below the limit of Teams; a machine's own playground has none. */
  async function takeTurn(serviceUrl: string): Promise<void> {
    const waitMs = (pausedUntilMs.get(serviceUrl) ?? 0) - Date.now();
    if (waitMs > 0) throw unavailable('throttled', 'Teams asks to wait.', { retryAfterMs: waitMs });
    if (isLoopback(serviceUrl)) return;
    const { count, resetsInMs } = await store.increment('teams:sends', 1000);
    if (count > sendsPerSecond) await pause(resetsInMs * Math.ceil(count / sendsPerSecond));
  }

  async function call(method: string, serviceUrl: string, path: string, body?: object): Promise<HttpReply> {
    await takeTurn(serviceUrl);
    const bearer = await token();
    const url = `${serviceUrl.replace(/\/+$/, '')}${path}`;
    let response: HttpReply;
    try {
      response = await sendRequest({
        method,
        url,
        headers: {
          'content-type': 'application/json',
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        timeoutMs,
      });
    } catch (cause) {
      throw unavailable('unavailable', 'Teams could not be reached.', { cause });
    }
    if (response.status === 429) {
      const waitMs = retryAfterMs(response.headers['retry-after']);
      pausedUntilMs.set(serviceUrl, Date.now() + waitMs);
      throw unavailable('throttled', 'Teams asks to wait.', { retryAfterMs: waitMs });
    }
    if (response.status === 401) throw unavailable('forbidden', 'Teams does not accept the bot’s sign-in.');
    // Teams also tells 412 for what should be tried again (Teams: "Status codes from bot conversational APIs").
    if (response.status >= 500 || response.status === 412 || response.status === 408) {
      throw unavailable('unavailable', `Teams answered with ${response.status}.`);
    }
    return response;
  }

  function outcome({ status, body }: HttpReply, fallbackId: string): Sent {
    switch (status) {
      case 403:
        return {
          kind: 'unreachable',
          reason: body.includes('BotNotInConversationRoster') ? 'notInstalled' : 'blocked',
        };
      case 404:
        return { kind: 'unreachable', reason: 'notFound' };
      default:
        break;
    }
    if (!isGood(status)) return { kind: 'refused', reason: `Teams refused with ${status}` };
    return { kind: 'sent', activityId: idOf(body) ?? fallbackId };
  }

  function pathOf(place: Place, activityId?: string): string {
    const base = `/v3/conversations/${encodeURIComponent(place.conversationId)}/activities`;
    return activityId === undefined ? base : `${base}/${encodeURIComponent(activityId)}`;
  }

  return {
    async send(place, activity) {
      return outcome(await call('POST', place.serviceUrl, pathOf(place), activity), '');
    },
    async update(place, activityId, activity) {
      const path = pathOf(place, activityId);
      const response = await call('PUT', place.serviceUrl, path, { ...activity, id: activityId });
      return outcome(response, activityId);
    },
    async roster(place) {
      const found: RosterMember[] = [];
      let continuation: string | undefined;
      do {
        const query = new URLSearchParams({ pageSize: String(rosterPageSize) });
        if (continuation !== undefined) query.set('continuationToken', continuation);
        const path = `/v3/conversations/${encodeURIComponent(place.conversationId)}/pagedmembers?${query.toString()}`;
        const response = await call('GET', place.serviceUrl, path);
        if (!isGood(response.status))
          throw unavailable('forbidden', 'Teams does not tell who is in this chat.');
        const page = rosterShape.parse(JSON.parse(response.body));
        for (const { id, name, aadObjectId, objectId, email, userPrincipalName, tenantId } of page.members) {
          found.push({
            userId: id,
            name: name ?? '',
            directoryId: aadObjectId ?? objectId ?? undefined,
            mail: (email ?? userPrincipalName)?.toLowerCase(),
            tenantId: tenantId ?? undefined,
          });
        }
        continuation = page.continuationToken ?? undefined;
      } while (continuation !== undefined && continuation !== '');
      return found;
    },
  };
}

function idOf(text: string): string | undefined {
  try {
    return idShape.parse(JSON.parse(text)).id;
  } catch {
    return undefined;
  }
}
