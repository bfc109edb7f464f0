import { LRUCache } from 'lru-cache';
import type { Store } from '../../workflows/ports/store.ts';

/** `undefined` to go on, or how long to wait; at once while a lease lasts. */
export type RateLimit = (key: string) => number | undefined | Promise<number | undefined>;

interface Lease {
  left: number;
  /** When the window ends in which the lease was taken. */
  endsAtMs: number;
  refused: boolean;
}

const windowMs = 60_000;
const leasesPerWindow = 100;
const maxKeys = 50_000;

/**
 * At most `perMinute` calls a minute for each key, across processes. A process takes permits from the shared store
 * in leases of a hundredth of the limit, so that the store is asked once for many calls.
 */
export function createRateLimit(input: { readonly store: Store; readonly perMinute: number }): RateLimit {
  const size = Math.max(1, Math.floor(input.perMinute / leasesPerWindow));
  const leases = new LRUCache<string, Lease>({ max: maxKeys });

  async function takeLease(key: string): Promise<Lease> {
    const { count, resetsInMs } = await input.store.increment(`rate:${key}`, windowMs);
    const refused = count * size > input.perMinute;
    const lease = { left: refused ? 0 : size, endsAtMs: Date.now() + resetsInMs, refused };
    leases.set(key, lease);
    return lease;
  }

  function use(lease: Lease): number | undefined {
    if (lease.refused) return Math.max(1, lease.endsAtMs - Date.now());
    lease.left -= 1;
    return undefined;
  }

  return (key) => {
    const held = leases.get(key);
    const isUsable = held !== undefined && held.endsAtMs > Date.now() && (held.left > 0 || held.refused);
    return isUsable ? use(held) : takeLease(key).then(use);
  };
}
