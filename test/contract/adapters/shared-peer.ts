/** Another process on the same shared state, for the tests: does one job, sends the answer, and ends. */
import { setTimeout as pause } from 'node:timers/promises';

import { personId } from '../../../workflows/domain/people/person.ts';
import type { Reservations } from '../../../workflows/ports/store.ts';
import type { SharedAddress, SharedState } from './shared-processes.ts';

type Job =
  | { readonly kind: 'count'; readonly key: string; readonly times: number }
  | { readonly kind: 'reserve'; readonly wanted: readonly Parameters<Reservations['reserve']>[0][] }
  | { readonly kind: 'writeForever'; readonly key: string; readonly holder: string }
  | {
      readonly kind: 'publishTimes';
      readonly channel: string;
      readonly times: number;
      readonly everyMs: number;
    };

/** Imported as needed: these processes are short, and loading is most of their time. */
async function open(address: SharedAddress): Promise<SharedState> {
  if (address.kind === 'sqlite') {
    const { openSqliteShared } = await import('../../../workers/adapters/sqlite/shared.ts');
    return openSqliteShared({ file: address.file });
  }
  const { openRedisShared } = await import('../../../workers/adapters/redis/shared.ts');
  return openRedisShared({ url: address.url, namespace: 'test' });
}

async function addOne(state: SharedState, key: string): Promise<void> {
  for (;;) {
    const before = await state.store.get(key);
    if (await state.store.compareAndSet(key, before, String(Number(before ?? '0') + 1))) return;
  }
}

async function writeForever(state: SharedState, key: string, holder: string): Promise<never> {
  process.send?.('writing');
  for (let hour = 0; ; hour = (hour + 1) % 1000) {
    await state.reservations.reserve({
      holder,
      people: ['a', 'b', 'c'].map((name) => personId(key + name)),
      slot: {
        start: new Date(hour * 3_600_000).toISOString(),
        end: new Date((hour + 1) * 3_600_000).toISOString(),
      },
      ttlMs: 500,
    });
    await state.store.set(`${key}:${hour}`, 'x'.repeat(10_000), { ttlMs: 1000 });
  }
}

async function work(state: SharedState, job: Job): Promise<unknown> {
  switch (job.kind) {
    case 'count':
      for (let n = 0; n < job.times; n += 1) {
        await addOne(state, job.key);
        await state.store.increment(job.key, 60_000);
      }
      return undefined;
    case 'reserve': {
      const answers = await Promise.all(
        job.wanted.map(async (wanted) => ({
          holder: wanted.holder,
          ...(await state.reservations.reserve(wanted)),
        })),
      );
      return answers.filter(({ ok }) => ok).map(({ holder }) => holder);
    }
    case 'writeForever':
      return writeForever(state, job.key, job.holder);
    case 'publishTimes':
      for (let n = 0; n < job.times; n += 1) {
        await state.pubSub.publish(job.channel, String(Date.now()));
        await pause(job.everyMs);
      }
      return undefined;
  }
}

const state = await open(JSON.parse(process.argv[2] ?? '') as SharedAddress);
const answer = await work(state, JSON.parse(process.argv[3] ?? '') as Job);
await state.close();
process.send?.(answer ?? null, () => {
  process.disconnect();
});
