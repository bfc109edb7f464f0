import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { personId } from '../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../workflows/domain/time/slot.ts';
import { answerOf, inProcesses, startPeer, unique } from './shared-processes.ts';
import type { Subject } from './shared-processes.ts';
import { pause } from './waiting.ts';

const hour = (n: number, hours = 1): Slot => ({
  start: new Date(Date.UTC(2030, 0, 7, n)).toISOString(),
  end: new Date(Date.UTC(2030, 0, 7, n + hours)).toISOString(),
});

export function describeReservations(subject: Subject): void {
  describe('reservations', () => {
    const [alice, bob] = [personId(randomUUID()), personId(randomUUID())];

    it('refuses an overlapping time of the same person and names who has it', async () => {
      const [one, two] = [unique(), unique()];
      const life = { ttlMs: 60_000 };
      expect(
        await subject().state.reservations.reserve({
          holder: one,
          people: [alice, bob],
          slot: hour(9),
          ...life,
        }),
      ).toEqual({ ok: true });
      expect(
        await subject().state.reservations.reserve({ holder: two, people: [bob], slot: hour(8, 3), ...life }),
      ).toEqual({ ok: false, personId: bob, holder: one });
      expect(
        await subject().state.reservations.reserve({ holder: two, people: [bob], slot: hour(10), ...life }),
      ).toEqual({ ok: true });
      await subject().state.reservations.release(one);
      await subject().state.reservations.release(two);
    });

    it('replaces the holder’s own, keeps it when the new one is refused, and frees it on release', async () => {
      const [one, two] = [unique(), unique()];
      const life = { ttlMs: 60_000 };
      const reserve = (holder: string, slot: Slot) =>
        subject().state.reservations.reserve({ holder, people: [alice], slot, ...life });
      expect(await reserve(one, hour(9))).toEqual({ ok: true });
      expect(await reserve(one, hour(12))).toEqual({ ok: true });
      expect(await reserve(two, hour(9))).toEqual({ ok: true });
      expect(await reserve(two, hour(12))).toMatchObject({ ok: false, holder: one });
      expect(await reserve(one, hour(9))).toMatchObject({ ok: false, holder: two });
      await subject().state.reservations.release(one);
      expect(await reserve(two, hour(12))).toEqual({ ok: true });
      await subject().state.reservations.release(two);
    });

    it('takes nobody when one of several is taken', async () => {
      const [one, two, three] = [unique(), unique(), unique()];
      const life = { ttlMs: 60_000, slot: hour(9) };
      await subject().state.reservations.reserve({ holder: one, people: [bob], ...life });
      expect(
        await subject().state.reservations.reserve({ holder: two, people: [alice, bob], ...life }),
      ).toMatchObject({ ok: false, personId: bob });
      expect(await subject().state.reservations.reserve({ holder: three, people: [alice], ...life })).toEqual(
        {
          ok: true,
        },
      );
      for (const holder of [one, two, three]) await subject().state.reservations.release(holder);
    });

    it('ends by itself after its life', async () => {
      const [one, two] = [unique(), unique()];
      await subject().state.reservations.reserve({ holder: one, people: [alice], slot: hour(9), ttlMs: 50 });
      await pause(110);
      expect(
        await subject().state.reservations.reserve({
          holder: two,
          people: [alice],
          slot: hour(9),
          ttlMs: 1000,
        }),
      ).toEqual({ ok: true });
      await subject().state.reservations.release(two);
    });

    it('agrees with a plain list of reservations for any sequence of calls', async () => {
      const reserveStep = fc.record({
        holder: fc.constantFrom('one', 'two', 'three'),
        people: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
        start: fc.integer({ min: 0, max: 5 }),
        hours: fc.integer({ min: 1, max: 3 }),
      });
      const step = fc.oneof(
        { weight: 4, arbitrary: reserveStep },
        fc.record({ release: fc.constantFrom('one', 'two', 'three') }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const run = unique();
          let held: { holder: string; person: string; start: number; end: number }[] = [];
          for (const one of steps) {
            if ('release' in one) {
              await subject().state.reservations.release(run + one.release);
              held = held.filter(({ holder }) => holder !== one.release);
              continue;
            }
            const { holder, people, start, hours } = one;
            const isFree = held.every(
              (other) =>
                other.holder === holder ||
                !people.includes(other.person) ||
                other.end <= start ||
                other.start >= start + hours,
            );
            const answer = await subject().state.reservations.reserve({
              holder: run + holder,
              people: people.map((person) => personId(run + person)),
              slot: hour(start, hours),
              ttlMs: 60_000,
            });
            expect(answer.ok).toBe(isFree);
            if (!isFree) continue;
            held = held.filter((other) => other.holder !== holder);
            held.push(...people.map((person) => ({ holder, person, start, end: start + hours })));
          }
        }),
        { numRuns: 60 },
      );
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
          subject().address,
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

    it('works on when a process that was writing is killed', async () => {
      const [key, holder] = [unique(), unique()];
      for (let round = 0; round < 3; round += 1) {
        const peer = startPeer(subject().address, { kind: 'writeForever', key, holder });
        await answerOf(peer);
        await pause(50 + round * 20);
        peer.kill('SIGKILL');
        await once(peer, 'exit');
        const startedAt = Date.now();
        await subject().state.store.set(key, String(round));
        expect(await subject().state.store.get(key)).toBe(String(round));
        expect(Date.now() - startedAt).toBeLessThan(1000);
      }
      // What the dead one had reserved ends by itself.
      await pause(600);
      const people = ['a', 'b', 'c'].map((name) => personId(key + name));
      const other = { holder: unique(), people, slot: hour(0, 24), ttlMs: 1000 };
      expect(await subject().state.reservations.reserve(other)).toEqual({ ok: true });
    });
  });
}
