import { expect, test } from 'vitest';
import { cachedAvailability } from '../../../../mcp/calls/cached-calendar.ts';
import { calendarChannel } from '../../../../workflows/contract/calendar-channel.ts';
import { asViewer } from '../../../../infra/runtime/viewer.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';
import type { Slot } from '../../../../workflows/domain/time/slot.ts';

const bob = { id: personId('bob'), mail: 'bob@contoso.example' };
const day = { start: '2026-12-01T00:00:00.000Z', end: '2026-12-02T00:00:00.000Z' };
const lunch = { start: '2026-12-01T12:00:00.000Z', end: '2026-12-01T13:00:00.000Z', status: 'busy' as const };

function calendarThat(answer: (asked: number) => { readonly error?: string }) {
  const listeners = new Map<string, () => void>();
  const windows: Slot[] = [];
  const listen = (channel: string, listener: () => void) => {
    listeners.set(channel, listener);
    return Promise.resolve(() => Promise.resolve());
  };
  const cached = cachedAvailability({
    calendar: {
      availability: ({ people, window }) => {
        windows.push(window);
        const { error } = answer(windows.length);
        const busy = error === undefined ? [lunch] : [];
        return Promise.resolve(people.map(({ id }) => ({ personId: id, busy, error })));
      },
    },
    projections: { subscribeInbox: (id, listener) => listen(`inbox:${id}`, listener as () => void) },
    pubSub: { subscribe: (channel, listener) => listen(channel, listener as () => void) },
    ttlMs: 60_000,
  });
  return { cached, windows, tell: (channel: string) => listeners.get(channel)?.() };
}

const ask = (cached: ReturnType<typeof calendarThat>['cached'], window: Slot = day) =>
  cached.availability({ people: [bob], window });

test('a calendar is read once for windows inside the same days, each answered with what lies in it', async () => {
  const { cached, windows } = calendarThat(() => ({}));
  expect((await ask(cached))[0]?.busy).toEqual([lunch]);
  const morning = { start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T12:00:00.000Z' };
  expect((await ask(cached, morning))[0]?.busy).toEqual([]);
  expect(windows).toEqual([day]);
});

test.each([calendarChannel('bob'), 'inbox:bob'])(
  'a change told on %s makes the next read a fresh one',
  async (channel) => {
    const { cached, windows, tell } = calendarThat(() => ({}));
    await ask(cached);
    tell(channel);
    await ask(cached);
    expect(windows).toHaveLength(2);
  },
);

test('a calendar that could not be read is unknown, and asked again', async () => {
  const { cached, windows } = calendarThat((asked) => (asked === 1 ? { error: 'no answer' } : {}));
  expect((await ask(cached))[0]).toMatchObject({ error: 'no answer', busy: [] });
  expect((await ask(cached))[0]?.error).toBeUndefined();
  expect(windows).toHaveLength(2);
});

test('what one person may see is not shown to another, and a change is news for both', async () => {
  const { cached, windows, tell } = calendarThat((asked) => (asked === 2 ? { error: 'not shared' } : {}));
  const as = (key: string) =>
    asViewer({ kind: 'person', personId: personId(key), assertion: key, key, expiresAtMs: 0 }, () =>
      ask(cached),
    );
  expect((await as('ana'))[0]?.busy).toEqual([lunch]);
  expect((await as('carol'))[0]).toMatchObject({ error: 'not shared', busy: [] });
  expect((await as('ana'))[0]?.busy).toEqual([lunch]);
  expect(windows).toHaveLength(2);
  tell('inbox:bob');
  await Promise.all([as('ana'), as('carol')]);
  expect(windows).toHaveLength(4);
});
