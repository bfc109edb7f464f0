import { describe, expect, it } from 'vitest';

import { inProcesses, unique } from './shared-processes.ts';
import type { Subject } from './shared-processes.ts';
import { eventually, pause } from './waiting.ts';

/** Longer than a busy machine holds up what is done before it is over. */
const shortLifeMs = 700;

export function describeEntries(subject: Subject): void {
  describe('entries', () => {
    it('gives back what was set, and nothing after it was deleted', async () => {
      const key = unique();
      expect(await subject().state.store.get(key)).toBeUndefined();
      await subject().state.store.set(key, 'Grüße 👋 "quoted"');
      expect(await subject().state.store.get(key)).toBe('Grüße 👋 "quoted"');
      await subject().state.store.delete(key);
      await subject().state.store.delete(key);
      expect(await subject().state.store.get(key)).toBeUndefined();
    });

    it('forgets an entry when its life is over, and a later set without one keeps it', async () => {
      const [short, kept] = [unique(), unique()];
      await subject().state.store.set(kept, 'a', { ttlMs: shortLifeMs });
      await subject().state.store.set(short, 'a', { ttlMs: shortLifeMs });
      await subject().state.store.set(kept, 'b');
      expect(await subject().state.store.get(short)).toBe('a');
      await eventually(async () => {
        expect(await subject().state.store.get(short)).toBeUndefined();
      });
      expect(await subject().state.store.get(kept)).toBe('b');
    });

    it('sets only what is absent or expired', async () => {
      const key = unique();
      expect(await subject().state.store.setIfAbsent(key, 'first', { ttlMs: shortLifeMs })).toBe(true);
      expect(await subject().state.store.setIfAbsent(key, 'second')).toBe(false);
      await eventually(async () => {
        expect(await subject().state.store.setIfAbsent(key, 'third')).toBe(true);
      });
      expect(await subject().state.store.get(key)).toBe('third');
    });

    it('compares and sets only when the value is the expected one', async () => {
      const key = unique();
      expect(await subject().state.store.compareAndSet(key, 'x', 'y')).toBe(false);
      expect(await subject().state.store.compareAndSet(key, undefined, '')).toBe(true);
      expect(await subject().state.store.compareAndSet(key, undefined, 'y')).toBe(false);
      expect(await subject().state.store.compareAndSet(key, '', 'y', { ttlMs: shortLifeMs })).toBe(true);
      expect(await subject().state.store.get(key)).toBe('y');
      await eventually(async () => {
        expect(await subject().state.store.get(key)).toBeUndefined();
      });
      expect(await subject().state.store.compareAndSet(key, 'y', 'z')).toBe(false);
    });

    it('counts up from 1 inside a window and starts again after it', async () => {
      const key = unique();
      const first = await subject().state.store.increment(key, shortLifeMs);
      const second = await subject().state.store.increment(key, shortLifeMs);
      expect([first.count, second.count]).toEqual([1, 2]);
      expect(second.resetsInMs).toBeLessThanOrEqual(shortLifeMs);
      expect(second.resetsInMs).toBeGreaterThan(0);
      await pause(second.resetsInMs + 50);
      expect((await subject().state.store.increment(key, shortLifeMs)).count).toBe(1);
    });

    it('lists by prefix, by key, in pages, without the expired and the deleted', async () => {
      const prefix = `${unique()}:`;
      for (const name of ['b', 'a', 'c', 'é', 'B', 'ab'])
        await subject().state.store.set(prefix + name, name);
      await subject().state.store.set(`${prefix}gone`, 'gone', { ttlMs: 1 });
      await subject().state.store.set(`${prefix}deleted`, 'deleted');
      await subject().state.store.delete(`${prefix}deleted`);
      await subject().state.store.set(`${prefix.slice(0, -1)}-other`, 'other');
      await pause(20);
      const first = await subject().state.store.list({ prefix, limit: 4 });
      expect(first.map(({ value }) => value)).toEqual(['B', 'a', 'ab', 'b']);
      const rest = await subject().state.store.list({ prefix, limit: 4, after: first.at(-1)?.key ?? '' });
      expect(rest).toEqual([
        { key: `${prefix}c`, value: 'c' },
        { key: `${prefix}é`, value: 'é' },
      ]);
    });

    it('counts and compares exactly when several processes do it at once', async () => {
      const key = unique();
      await inProcesses(
        subject().address,
        Array.from({ length: 4 }, () => ({ kind: 'count', key, times: 50 })),
      );
      expect(await subject().state.store.get(key)).toBe('200');
      expect((await subject().state.store.increment(key, 60_000)).count).toBe(201);
    });
  });
}
