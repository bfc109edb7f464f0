import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

import type { Log } from '../../../../infra/runtime/log.ts';
import type { PersonId } from '../../../../workflows/domain/people/person.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';
import type { CalendarChanges } from '../../../../workflows/ports/calendar-changes.ts';
import { ServiceError } from '../../../../workflows/ports/service-error.ts';
import type { Store } from '../../../../workflows/ports/store.ts';
import type { Graph } from '../transport/graph.ts';
import {
  createSubscription,
  deleteSubscription,
  reauthorizeSubscription,
  renewSubscription,
  subscriptionLifeMs,
} from './subscriptions.ts';

/** A caller that asks daily renews it every time; one that nobody asks for any more expires. */
const renewAfterMs = 12 * 3_600_000;
/** Longer than Graph's handshakes take; after that, another process takes over from one that died. */
const makingMs = 2 * 60_000;
const refusedForMs = 15 * 60_000;
/** Graph's limit for `clientState`. */
const longestClientState = 128;

/** What the store keeps of one mailbox; in every state the next action is due at `dueAtMs`. */
const record = z.intersection(
  z.object({ notificationUrl: z.string(), clientState: z.string(), dueAtMs: z.number() }),
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('making') }),
    z.object({ state: z.literal('made'), subscriptionId: z.string(), expiresAtMs: z.number() }),
    z.object({ state: z.literal('refused') }),
  ]),
);
type Kept = z.output<typeof record>;
type Made = Kept & { readonly state: 'made' };

function keyOf(ownerId: PersonId): string {
  return `calendar-changes:${ownerId}`;
}

function parse(text: string | undefined): Kept | undefined {
  return text === undefined ? undefined : record.safeParse(JSON.parse(text)).data;
}

function isSame(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/**
 * One subscription of Microsoft Graph for each mailbox, whoever asks for it: the store says that it is there, and a
 * process makes or renews it only after it has put that into the store, by compare-and-set. What Graph refuses is tried
 * again after a quarter of an hour, and logged once by each process.
 */
export function createCalendarChanges(
  graph: Graph,
  settings: {
    readonly store: Store;
    /** Where Graph posts notifications; `https` with the real one. */
    readonly notificationUrl: string;
    readonly log: Log;
    readonly nowMs?: () => number;
  },
): CalendarChanges {
  const { store, notificationUrl, log, nowMs = Date.now } = settings;
  let isRefusalTold = false;

  async function read(ownerId: PersonId): Promise<{ text: string | undefined; kept: Kept | undefined }> {
    const text = await store.get(keyOf(ownerId));
    return { text, kept: parse(text) };
  }

  /** Gives what was written, or undefined when somebody else was first. */
  async function replace(ownerId: PersonId, before: string | undefined, next: Kept) {
    const text = JSON.stringify(next);
    const endsAtMs = next.state === 'made' ? next.expiresAtMs : next.dueAtMs;
    const life = { ttlMs: Math.max(1, endsAtMs - nowMs()) };
    return (await store.compareAndSet(keyOf(ownerId), before, text, life)) ? text : undefined;
  }

  function tellRefusal(error: ServiceError): void {
    const fields = { err: error, notificationUrl };
    const sentence = 'calendar changes are not reported; booked meetings are checked from time to time';
    if (isRefusalTold) log.debug(fields, sentence);
    else log.warn(fields, sentence);
    isRefusalTold = true;
  }

  async function make(ownerId: PersonId, before: string | undefined): Promise<boolean> {
    const startedMs = nowMs();
    const clientState = `${ownerId}.${randomBytes(32).toString('base64url')}`;
    const common = { notificationUrl, clientState };
    const claim = await replace(ownerId, before, {
      ...common,
      state: 'making',
      dueAtMs: startedMs + makingMs,
    });
    if (claim === undefined) return true;
    const expiresAtMs = startedMs + subscriptionLifeMs;
    let made: { readonly subscriptionId: string };
    try {
      made = await createSubscription(graph, { ownerId, ...common, expiresAtMs });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      tellRefusal(error);
      await replace(ownerId, claim, { ...common, state: 'refused', dueAtMs: nowMs() + refusedForMs });
      return false;
    }
    const dueAtMs = startedMs + renewAfterMs;
    const kept = await replace(ownerId, claim, { ...common, state: 'made', ...made, expiresAtMs, dueAtMs });
    if (kept === undefined) await deleteSubscription(graph, made.subscriptionId);
    return true;
  }

  async function renew(ownerId: PersonId, before: string | undefined, kept: Made): Promise<boolean> {
    const startedMs = nowMs();
    const claim = await replace(ownerId, before, { ...kept, dueAtMs: startedMs + makingMs });
    if (claim === undefined) return true;
    const expiresAtMs = startedMs + subscriptionLifeMs;
    const { subscriptionId } = kept;
    if (!(await renewSubscription(graph, { subscriptionId, expiresAtMs }))) return make(ownerId, claim);
    await replace(ownerId, claim, { ...kept, expiresAtMs, dueAtMs: startedMs + renewAfterMs });
    return true;
  }

  async function ensureSubscribed(ownerId: PersonId): Promise<boolean> {
    const { text, kept } = await read(ownerId);
    const isHere = kept?.notificationUrl === notificationUrl;
    if (kept === undefined || !isHere) {
      if (kept?.state === 'made') await deleteSubscription(graph, kept.subscriptionId);
      return make(ownerId, text);
    }
    if (kept.dueAtMs > nowMs()) return kept.state !== 'refused';
    return kept.state === 'made' ? renew(ownerId, text, kept) : make(ownerId, text);
  }

  return {
    ensureSubscribed: async (ownerId) => {
      try {
        return await ensureSubscribed(ownerId);
      } catch (error) {
        log.warn({ err: error }, 'a calendar could not be subscribed to just now');
        return false;
      }
    },
    ownerOf: async ({ subscriptionId, clientState }) => {
      if (clientState.length > longestClientState) return undefined;
      const ownerId = personId(clientState.slice(0, Math.max(0, clientState.lastIndexOf('.'))));
      const { kept } = await read(ownerId);
      if (kept === undefined || kept.state === 'refused' || !isSame(kept.clientState, clientState))
        return undefined;
      // The first notifications may arrive before the answer that names the subscription.
      return kept.state === 'making' || kept.subscriptionId === subscriptionId ? ownerId : undefined;
    },
    reauthorize: async (ownerId) => {
      const { kept } = await read(ownerId);
      if (kept?.state !== 'made') return;
      if (!(await reauthorizeSubscription(graph, kept.subscriptionId))) await store.delete(keyOf(ownerId));
    },
    forget: (ownerId) => store.delete(keyOf(ownerId)),
  };
}
