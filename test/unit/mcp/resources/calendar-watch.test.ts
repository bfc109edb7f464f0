import { afterEach, expect, test, vi } from 'vitest';
import type { Identity } from '../../../../mcp/auth/identity.ts';
import type { ReadDay } from '../../../../mcp/resources/calendar-day.ts';
import { createCalendarWatch } from '../../../../mcp/resources/calendar-watch.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';

const bob = personId('bob');
const readable = { person: bob, name: 'Bob', busy: [] };
const identity: Identity = {
  clientId: 'client',
  scopes: new Set(['calendars.read']),
  caller: { ok: true, value: { kind: 'person', personId: personId('ana'), surface: 'mcp' } },
};
const day = { identity, person: 'Bob@Contoso.example', date: '2026-03-02' };
const reads = (...people: readonly object[]): ReadDay => {
  return () => Promise.resolve({ ok: true, value: { people } });
};
const refuses: ReadDay = () =>
  Promise.resolve({ ok: false, problem: { code: 'forbidden', message: 'This needs a scope.' } });

/** A watch over ports that note what was asked of them. */
function watching(readDay: ReadDay, isTold = true) {
  const followed: string[] = [];
  const listeners = new Map<string, (message: string) => void>();
  const watch = createCalendarWatch({
    readDay,
    changes: {
      ensureSubscribed: (ownerId) => {
        followed.push(ownerId);
        return Promise.resolve(isTold);
      },
    },
    pubSub: {
      subscribe: (channel, listener) => {
        listeners.set(channel, listener);
        return Promise.resolve(() => {
          listeners.delete(channel);
          return Promise.resolve();
        });
      },
    },
  });
  return { watch, followed, listeners };
}

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['what the caller may not read', refuses],
  ['a calendar that cannot be read', reads({ ...readable, error: 'The mailbox does not answer.' })],
  ['nobody', reads()],
])('%s is not watched, and no subscription is made for it', async (_, readDay) => {
  const { watch, followed, listeners } = watching(readDay);
  expect(await watch.mayWatch(day)).toBe(false);
  expect(await watch.watch(day, () => undefined)).toBeUndefined();
  expect([followed, listeners.size]).toEqual([[], 0]);
});

test('a calendar whose changes nobody tells is not promised to anybody', async () => {
  expect(await watching(reads(readable), false).watch.mayWatch(day)).toBe(false);
  expect(await watching(reads(readable)).watch.mayWatch(day)).toBe(true);
});

test('a change is told by whose calendar it is, and the subscription kept as long as somebody listens', async () => {
  vi.useFakeTimers();
  const { watch, followed, listeners } = watching(reads(readable));
  let updates = 0;
  const stop = await watch.watch(day, () => {
    updates += 1;
  });
  expect([...listeners.keys()]).toEqual(['calendar:bob']);
  listeners.get('calendar:bob')?.('changed');
  expect([updates, followed]).toEqual([1, ['bob']]);
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect(followed).toHaveLength(5);
  await stop?.();
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect([followed.length, listeners.size]).toEqual([5, 0]);
});
