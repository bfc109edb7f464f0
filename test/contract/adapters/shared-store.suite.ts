import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { personId } from '../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import type { PubSub } from '../../../workflows/ports/pub-sub.ts';
import type { Reservations, Store } from '../../../workflows/ports/store.ts';
import { eventually, pause } from './waiting.ts';

export interface SharedState {
  readonly store: Store;
  readonly reservations: Reservations;
  readonly pubSub: PubSub;
  close(): Promise<void>;
}

/** How another process opens the same state: `npx node shared-peer.ts` gets it as JSON. */
export type SharedAddress =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'redis'; readonly url: string };

const peerFile = fileURLToPath(new URL('./shared-peer.ts', import.meta.url));

/** Runs jobs in several processes at once on the same state; gives what each answered. */
async function inProcesses(address: SharedAddress, jobs: readonly unknown[]): Promise<unknown[]> {
  return Promise.all(
    jobs.map(async (job) => {
      const peer = fork(peerFile, [JSON.stringify(address), JSON.stringify(job)], { stdio: 'inherit' });
      const answered = once(peer, 'message');
      const ended = once(peer, 'exit').then(([code]) => {
        throw new Error(`The other process ended with ${String(code)} before it answered.`);
      });
      const [answer] = (await Promise.race([answered, ended])) as [unknown];
      return answer;
    }),
  );
}

const hour = (n: number, hours = 1): Slot => ({
  start: new Date(Date.UTC(2030, 0, 7, n)).toISOString(),
  end: new Date(Date.UTC(2030, 0, 7, n + hours)).toISOString(),
});

/** The behaviour that every implementation of the shared state has; run once for each of them. */
export function describeSharedState(
  name: string,
  open: () => Promise<{ readonly state: SharedState; readonly address: SharedAddress }>,
): void {
  describe(name, () => {
    let state: SharedState;
    let address: SharedAddress;
    beforeAll(async () => {
      ({ state, address } = await open());
    });
    afterAll(async () => {
      await state.close();
    });
    const unique = (): string => `test:${randomUUID()}`;

    describe('entries', () => {
      it('gives back what was set, and nothing after it was deleted', async () => {
        const key = unique();
        expect(await state.store.get(key)).toBeUndefined();
        await state.store.set(key, 'Grüße 👋 "quoted"');
        expect(await state.store.get(key)).toBe('Grüße 👋 "quoted"');
        await state.store.delete(key);
        await state.store.delete(key);
        expect(await state.store.get(key)).toBeUndefined();
      });

      it('forgets an entry when its life is over, and a later set without one keeps it', async () => {
        const [short, kept] = [unique(), unique()];
        await state.store.set(short, 'a', { ttlMs: 60 });
        await state.store.set(kept, 'a', { ttlMs: 60 });
        await state.store.set(kept, 'b');
        await pause(120);
        expect(await state.store.get(short)).toBeUndefined();
        expect(await state.store.get(kept)).toBe('b');
      });

      it('sets only what is absent or expired', async () => {
        const key = unique();
        expect(await state.store.setIfAbsent(key, 'first', { ttlMs: 60 })).toBe(true);
        expect(await state.store.setIfAbsent(key, 'second')).toBe(false);
        await pause(120);
        expect(await state.store.setIfAbsent(key, 'third')).toBe(true);
        expect(await state.store.get(key)).toBe('third');
      });

      it('compares and sets only when the value is the expected one', async () => {
        const key = unique();
        expect(await state.store.compareAndSet(key, 'x', 'y')).toBe(false);
        expect(await state.store.compareAndSet(key, undefined, '')).toBe(true);
        expect(await state.store.compareAndSet(key, undefined, 'y')).toBe(false);
        expect(await state.store.compareAndSet(key, '', 'y', { ttlMs: 60 })).toBe(true);
        expect(await state.store.get(key)).toBe('y');
        await pause(120);
        expect(await state.store.compareAndSet(key, 'y', 'z')).toBe(false);
      });

      it('counts up from 1 inside a window and starts again after it', async () => {
        const key = unique();
        const first = await state.store.increment(key, 300);
        const second = await state.store.increment(key, 300);
        expect([first.count, second.count]).toEqual([1, 2]);
        expect(second.resetsInMs).toBeLessThanOrEqual(300);
        expect(second.resetsInMs).toBeGreaterThan(0);
        await pause(second.resetsInMs + 50);
        expect((await state.store.increment(key, 300)).count).toBe(1);
      });

      it('lists by prefix, by key, in pages, without the expired and the deleted', async () => {
        const prefix = `${unique()}:`;
        for (const name of ['b', 'a', 'c', 'é', 'B', 'ab']) await state.store.set(prefix + name, name);
        await state.store.set(`${prefix}gone`, 'gone', { ttlMs: 1 });
        await state.store.set(`${prefix}deleted`, 'deleted');
        await state.store.delete(`${prefix}deleted`);
        await state.store.set(`${prefix.slice(0, -1)}-other`, 'other');
        await pause(20);
        const first = await state.store.list({ prefix, limit: 4 });
        expect(first.map(({ value }) => value)).toEqual(['B', 'a', 'ab', 'b']);
        const rest = await state.store.list({ prefix, limit: 4, after: first.at(-1)?.key ?? '' });
        expect(rest).toEqual([
          { key: `${prefix}c`, value: 'c' },
          { key: `${prefix}é`, value: 'é' },
        ]);
      });

      it('counts and compares exactly when several processes do it at once', async () => {
        const key = unique();
        await inProcesses(
          address,
          Array.from({ length: 4 }, () => ({ kind: 'count', key, times: 50 })),
        );
        expect(await state.store.get(key)).toBe('200');
        expect((await state.store.increment(key, 60_000)).count).toBe(201);
      });
    });

    describe('reservations', () => {
      const [alice, bob] = [personId(randomUUID()), personId(randomUUID())];

      it('refuses an overlapping time of the same person and names who has it', async () => {
        const [one, two] = [unique(), unique()];
        const life = { ttlMs: 60_000 };
        expect(
          await state.reservations.reserve({ holder: one, people: [alice, bob], slot: hour(9), ...life }),
        ).toEqual({ ok: true });
        expect(
          await state.reservations.reserve({ holder: two, people: [bob], slot: hour(8, 3), ...life }),
        ).toEqual({ ok: false, personId: bob, holder: one });
        expect(
          await state.reservations.reserve({ holder: two, people: [bob], slot: hour(10), ...life }),
        ).toEqual({ ok: true });
        await state.reservations.release(one);
        await state.reservations.release(two);
      });

      it('replaces the holder’s own, keeps it when the new one is refused, and frees it on release', async () => {
        const [one, two] = [unique(), unique()];
        const life = { ttlMs: 60_000 };
        const reserve = (holder: string, slot: Slot) =>
          state.reservations.reserve({ holder, people: [alice], slot, ...life });
        expect(await reserve(one, hour(9))).toEqual({ ok: true });
        expect(await reserve(one, hour(12))).toEqual({ ok: true });
        expect(await reserve(two, hour(9))).toEqual({ ok: true });
        expect(await reserve(two, hour(12))).toMatchObject({ ok: false, holder: one });
        expect(await reserve(one, hour(9))).toMatchObject({ ok: false, holder: two });
        await state.reservations.release(one);
        expect(await reserve(two, hour(12))).toEqual({ ok: true });
        await state.reservations.release(two);
      });

      it('takes nobody when one of several is taken', async () => {
        const [one, two, three] = [unique(), unique(), unique()];
        const life = { ttlMs: 60_000, slot: hour(9) };
        await state.reservations.reserve({ holder: one, people: [bob], ...life });
        expect(
          await state.reservations.reserve({ holder: two, people: [alice, bob], ...life }),
        ).toMatchObject({ ok: false, personId: bob });
        expect(await state.reservations.reserve({ holder: three, people: [alice], ...life })).toEqual({
          ok: true,
        });
        for (const holder of [one, two, three]) await state.reservations.release(holder);
      });

      it('ends by itself after its life', async () => {
        const [one, two] = [unique(), unique()];
        await state.reservations.reserve({ holder: one, people: [alice], slot: hour(9), ttlMs: 50 });
        await pause(110);
        expect(
          await state.reservations.reserve({ holder: two, people: [alice], slot: hour(9), ttlMs: 1000 }),
        ).toEqual({ ok: true });
        await state.reservations.release(two);
      });

      it('lets exactly the non-conflicting ones win when several processes compete', async () => {
        const people = [1, 2, 3].map(() => randomUUID());
        const wanted = Array.from({ length: 80 }, (_, n) => ({
          holder: unique(),
          people: people.filter((_person, index) => index === n % 3 || index === (n * 7) % 3),
          slot: hour((n * 5) % 12, 1 + (n % 2)),
          ttlMs: 60_000,
        }));
        const won = (
          await inProcesses(
            address,
            [0, 1, 2, 3].map((process) => ({
              kind: 'reserve',
              wanted: wanted.filter((_, n) => n % 4 === process),
            })),
          )
        ).flat() as string[];
        const conflicts = (a: (typeof wanted)[number], b: (typeof wanted)[number]): boolean =>
          a.slot.start < b.slot.end &&
          b.slot.start < a.slot.end &&
          a.people.some((person) => b.people.includes(person));
        const winners = wanted.filter(({ holder }) => won.includes(holder));
        const losers = wanted.filter(({ holder }) => !won.includes(holder));
        expect(winners.length).toBeGreaterThan(0);
        for (const [n, winner] of winners.entries()) {
          for (const other of winners.slice(n + 1)) expect(conflicts(winner, other)).toBe(false);
        }
        for (const loser of losers) {
          expect(winners.some((winner) => conflicts(winner, loser))).toBe(true);
        }
      }, 60_000);
    });

    describe('messages', () => {
      it('reach every listener of the channel, in order, and nobody else', async () => {
        const channel = unique();
        const [one, two, other]: string[][] = [[], [], []];
        const ends = [
          await state.pubSub.subscribe(channel, (message) => one?.push(message)),
          await state.pubSub.subscribe(channel, (message) => two?.push(message)),
          await state.pubSub.subscribe(`${channel}x`, (message) => other?.push(message)),
        ];
        for (let n = 0; n < 50; n += 1) await state.pubSub.publish(channel, String(n));
        const all = Array.from({ length: 50 }, (_, n) => String(n));
        await eventually(() => {
          expect([one, two]).toEqual([all, all]);
        });
        await ends[0]?.();
        await state.pubSub.publish(channel, 'late');
        await eventually(() => {
          expect(two).toHaveLength(51);
        });
        expect([one?.length, other]).toEqual([50, []]);
        for (const end of ends) await end();
      });

      it('keep their order when a listener publishes, and come to all when one throws', async () => {
        const channel = unique();
        const heard: string[] = [];
        const ends = [
          await state.pubSub.subscribe(channel, () => {
            throw new Error('A listener fails.');
          }),
          await state.pubSub.subscribe(channel, (message) => {
            heard.push(message);
            if (message.length < 4) void state.pubSub.publish(channel, `${message}x`);
          }),
        ];
        await state.pubSub.publish(channel, 'x');
        await eventually(() => {
          expect(heard).toEqual(['x', 'xx', 'xxx', 'xxxx']);
        });
        for (const end of ends) await end();
      });

      it('do not include what was sent before listening began', async () => {
        const channel = unique();
        await state.pubSub.publish(channel, 'early');
        const heard: string[] = [];
        const end = await state.pubSub.subscribe(channel, (message) => heard.push(message));
        await state.pubSub.publish(channel, 'now');
        await eventually(() => {
          expect(heard).toEqual(['now']);
        });
        await end();
      });

      it('cross processes with p95 below 150 ms', async () => {
        const channel = unique();
        const delays: number[] = [];
        const end = await state.pubSub.subscribe(channel, (message) => {
          delays.push(Date.now() - Number(message));
        });
        await inProcesses(address, [{ kind: 'publishTimes', channel, times: 60, everyMs: 10 }]);
        await eventually(() => {
          expect(delays).toHaveLength(60);
        });
        await end();
        delays.sort((a, b) => a - b);
        const [p50, p95] = [delays[29] ?? NaN, delays[56] ?? NaN];
        console.log(`${name}: publish to subscriber in another process p50 ${p50} ms, p95 ${p95} ms`);
        expect(p95).toBeLessThan(150);
      });
    });
  });
}
