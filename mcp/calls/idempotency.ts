import { createHash } from 'node:crypto';
import type { Problem } from '../../workflows/domain/meeting/problem.ts';
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

/**
 * Remembers for a week what a person's key was first used for, by hash: the same key with another body is a conflict,
 * never a second deed and never the first one's answer.
 */
export function createIdempotencyCheck(
  store: Store,
): (use: {
  readonly personId: string;
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
}) => Promise<Problem | undefined> {
  return async ({ personId, operation, key, input }) => {
    const hash = createHash('sha256')
      .update(`${operation}\n${canonical(input)}`)
      .digest('base64');
    const at = `idempotency:${personId}:${createHash('sha256').update(key).digest('hex')}`;
    if (await store.setIfAbsent(at, hash, { ttlMs: keptMs })) return undefined;
    const first = await store.get(at);
    if (first === undefined || first === hash) return undefined;
    return {
      code: 'conflict',
      message: 'This idempotency key was used for something else; take a new key.',
      path: 'idempotencyKey',
    };
  };
}
