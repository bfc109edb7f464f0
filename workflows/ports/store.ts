import type { PersonId } from '../domain/people/person.ts';
import type { Slot } from '../domain/time/slot.ts';

/** Short-lived state that processes share. Values are strings; keys are `part:part:…`. */
export interface Store {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, life?: { readonly ttlMs: number }): Promise<void>;
  /** Sets only what is absent; says whether it did. */
  setIfAbsent(key: string, value: string, life?: { readonly ttlMs: number }): Promise<boolean>;
  /** Replaces `expected` (undefined: absent) by `next`; says whether it did. */
  compareAndSet(
    key: string,
    expected: string | undefined,
    next: string,
    life?: { readonly ttlMs: number },
  ): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** Counts up from 1 inside a window that begins with the first count. */
  increment(key: string, windowMs: number): Promise<{ readonly count: number; readonly resetsInMs: number }>;
  /** Entries whose key begins with the prefix, by key, after `after`; at most `limit`. */
  list(input: {
    readonly prefix: string;
    readonly limit: number;
    readonly after?: string;
  }): Promise<readonly { readonly key: string; readonly value: string }[]>;
}

/** Who books whom when, so that two meetings never take the same hour of the same person. */
export interface Reservations {
  /** All or nothing: fails when another holder has any of the people at an overlapping time. A holder's own reservation is replaced. */
  reserve(input: {
    readonly holder: string;
    readonly people: readonly PersonId[];
    readonly slot: Slot;
    readonly ttlMs: number;
  }): Promise<
    { readonly ok: true } | { readonly ok: false; readonly personId: PersonId; readonly holder: string }
  >;
  release(holder: string): Promise<void>;
}
