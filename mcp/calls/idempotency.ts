import { createHash } from 'node:crypto';
import type { Problem } from '../../workflows/domain/problems/problem.ts';
import type { Store } from '../../workflows/ports/store.ts';

const keptMs = 7 * 24 * 60 * 60 * 1000;

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

interface KeyUse {
  readonly personId: string;
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
}

export interface IdempotencyKeys {
  /** Takes the key for this use: a problem when it was used for something else before. */
  claim(use: KeyUse): Promise<Problem | undefined>;
  /** Gives the key back after a call that did nothing, so that it can be corrected and sent again. */
  release(use: KeyUse): Promise<void>;
}

function placeOf({ personId, key }: KeyUse): string {
  return `idempotency:${personId}:${createHash('sha256').update(key).digest('hex')}`;
}

function hashOf({ operation, input }: KeyUse): string {
  return createHash('sha256')
    .update(`${operation}\n${canonical(input)}`)
    .digest('base64');
}

/**
 * Remembers for a week what a person's key was first used for, by hash: the same key with another body is a conflict,
 * never a second deed and never the first one's answer.
 */
export function createIdempotencyKeys(store: Store): IdempotencyKeys {
  return {
    claim: async (use) => {
      const hash = hashOf(use);
      if (await store.setIfAbsent(placeOf(use), hash, { ttlMs: keptMs })) return undefined;
      const first = await store.get(placeOf(use));
      if (first === undefined || first === hash) return undefined;
      return {
        code: 'conflict',
        message: 'This idempotency key was used for something else; take a new key.',
        path: 'idempotencyKey',
      };
    },
    release: async (use) => {
      if ((await store.get(placeOf(use))) === hashOf(use)) await store.delete(placeOf(use));
    },
  };
}
