import type { Database } from '../storage/database.ts';
import type { Json } from '../protocol/json.ts';

/** A subscription to changes of somebody's events. */
export interface Subscription {
  readonly id: string;
  readonly expiresMs: number;
  /** Graph's `subscription`. */
  readonly body: Json;
  /** Mailbox whose events are watched. */
  readonly owner: string;
  readonly immutableIds: boolean;
  /** Whether `reauthorizationRequired` was sent for this expiry already. */
  readonly reminded: boolean;
}

function subscriptionOf(row: Record<string, unknown>): Subscription {
  const facts = JSON.parse(String(row['facts'])) as Pick<Subscription, 'owner' | 'immutableIds' | 'reminded'>;
  return {
    id: String(row['id']),
    expiresMs: Number(row['expiresMs']),
    body: JSON.parse(String(row['body'])) as Json,
    ...facts,
  };
}

export class SubscriptionStore {
  readonly #database: Database;
  #remembered: readonly Subscription[] | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  write(subscription: Subscription): void {
    const { id, expiresMs, body, owner, immutableIds, reminded } = subscription;
    this.#database.run(
      'INSERT INTO subscriptions (id, expiresMs, body, facts) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE SET expiresMs = ?2, body = ?3, facts = ?4',
      id,
      expiresMs,
      JSON.stringify(body),
      JSON.stringify({ owner, immutableIds, reminded }),
    );
    this.#remembered = undefined;
  }

  remove(id: string): void {
    this.#database.run('DELETE FROM subscriptions WHERE id = ?', id);
    this.#remembered = undefined;
  }

  forget(): void {
    this.#remembered = undefined;
  }

  list(): readonly Subscription[] {
    this.#remembered ??= this.#database.all('SELECT * FROM subscriptions ORDER BY id').map(subscriptionOf);
    return this.#remembered;
  }

  find(id: string): Subscription | undefined {
    return this.list().find((subscription) => subscription.id === id.toLowerCase());
  }
}
