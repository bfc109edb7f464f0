import { tenantId } from '../access/tenant.ts';
import { etagOf, eventId } from '../events/event-json.ts';
import type { EventChange, EventStore } from '../events/event-store.ts';
import type { Json } from '../protocol/json.ts';
import type { Subscription, SubscriptionStore } from './subscription-store.ts';

/** How notifications are sent; real Graph waits longer, for up to four hours. */
export interface DeliveryTimes {
  /** How long a subscriber may take to answer. */
  readonly answerMs: number;
  /** Waits before each further try; when they are used up the notification is dropped and `missed` follows. */
  readonly retryAfterMs: readonly number[];
  /** How often expiry is looked at. */
  readonly watchMs: number;
  /** How long before the expiry `reauthorizationRequired` is sent. */
  readonly reauthorizeBeforeMs: number;
}

export const defaultDelivery: DeliveryTimes = {
  answerMs: 3_000,
  retryAfterMs: [250, 1_000, 4_000, 15_000, 60_000],
  watchMs: 1_000,
  reauthorizeBeforeMs: 15 * 60_000,
};

type Lifecycle = 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired';

/** Sends change and lifecycle notifications to subscribers over HTTP, with retries. */
export class Notifier {
  readonly #subscriptions: SubscriptionStore;
  readonly #now: () => Date;
  readonly #times: DeliveryTimes;
  readonly #stop = new AbortController();
  readonly #sending = new Set<Promise<void>>();
  readonly #watch: NodeJS.Timeout;

  constructor(subscriptions: SubscriptionStore, events: EventStore, now: () => Date, times: DeliveryTimes) {
    this.#subscriptions = subscriptions;
    this.#now = now;
    this.#times = times;
    events.listen((change) => {
      this.#tell(change);
    });
    this.#watch = setInterval(() => {
      this.lookAtExpiry();
    }, times.watchMs);
    this.#watch.unref();
  }

  /**
   * The handshake: `POST {url}?validationToken=…` must come back within ten seconds as 200, text/plain, with the token.
   * The result says what was wrong, or is undefined.
   */
  async validate(url: string): Promise<string | undefined> {
    const token = `Validation: Testing client application reachability for subscription. Request-Id: ${crypto.randomUUID()}`;
    const target = new URL(url);
    target.searchParams.set('validationToken', token);
    try {
      const response = await fetch(target, {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(10_000)]),
      });
      const text = await response.text();
      if (response.status !== 200) return `the endpoint answered ${response.status}`;
      return text.trim() === token ? undefined : 'the answer was not the validation token';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  #tell(change: EventChange): void {
    const nowMs = this.#now().getTime();
    for (const subscription of this.#subscriptions.list()) {
      if (subscription.owner !== change.owner || subscription.expiresMs <= nowMs) continue;
      if (!String(subscription.body['changeType']).split(',').includes(change.type)) continue;
      const id = eventId(change.core, subscription.immutableIds);
      const resource = `Users/${change.owner}/Events/${id}`;
      this.#send(subscription, String(subscription.body['notificationUrl']), {
        ...this.#envelope(subscription),
        changeType: change.type,
        resource,
        resourceData: {
          '@odata.type': '#Microsoft.Graph.Event',
          '@odata.id': resource,
          '@odata.etag': etagOf(change.version),
          id,
        },
      });
    }
  }

  #envelope(subscription: Subscription): Json {
    const clientState = subscription.body['clientState'];
    return {
      subscriptionId: subscription.id,
      subscriptionExpirationDateTime: subscription.body['expirationDateTime'],
      ...(clientState === null ? {} : { clientState }),
      tenantId,
    };
  }

  lifecycle(subscription: Subscription, lifecycleEvent: Lifecycle): void {
    const url = subscription.body['lifecycleNotificationUrl'];
    if (typeof url !== 'string') return;
    this.#send(subscription, url, { ...this.#envelope(subscription), lifecycleEvent });
  }

  #send(subscription: Subscription, url: string, notification: Json): void {
    const sending = this.#deliver(subscription, url, notification).finally(() => {
      this.#sending.delete(sending);
    });
    this.#sending.add(sending);
  }

  async #deliver(subscription: Subscription, url: string, notification: Json): Promise<void> {
    for (const waitMs of [0, ...this.#times.retryAfterMs]) {
      if (waitMs > 0) await this.#pause(waitMs);
      if (this.#stop.signal.aborted || this.#subscriptions.find(subscription.id) === undefined) {
        if (notification['lifecycleEvent'] !== 'subscriptionRemoved') return;
      }
      if (await this.#post(url, notification)) return;
    }
    if (notification['lifecycleEvent'] === undefined) this.lifecycle(subscription, 'missed');
  }

  async #post(url: string, notification: Json): Promise<boolean> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ value: [notification] }),
        signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(this.#times.answerMs)]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }

  #pause(durationMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, durationMs);
      this.#stop.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Reminds before an expiry, and removes what has expired. */
  lookAtExpiry(): void {
    const nowMs = this.#now().getTime();
    for (const subscription of this.#subscriptions.list()) {
      if (subscription.expiresMs <= nowMs) {
        this.#subscriptions.remove(subscription.id);
        this.lifecycle(subscription, 'subscriptionRemoved');
      } else if (
        !subscription.reminded &&
        subscription.expiresMs - nowMs <= this.#times.reauthorizeBeforeMs
      ) {
        this.#subscriptions.write({ ...subscription, reminded: true });
        this.lifecycle(subscription, 'reauthorizationRequired');
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    this.#stop.abort();
    await Promise.allSettled(this.#sending);
  }
}
