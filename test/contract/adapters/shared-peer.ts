/** Another process on the same shared state, for the tests: does one job, sends the answer, and ends. */
import { setTimeout as pause } from 'node:timers/promises';

import { openRedisShared } from '../../../workers/adapters/redis/shared.ts';
import { openSqliteShared } from '../../../workers/adapters/sqlite/shared.ts';
import type { Reservations } from '../../../workflows/ports/store.ts';
import type { SharedAddress, SharedState } from './shared-store.suite.ts';

type Job =
  | { readonly kind: 'count'; readonly key: string; readonly times: number }
  | { readonly kind: 'reserve'; readonly wanted: readonly Parameters<Reservations['reserve']>[0][] }
  | {
      readonly kind: 'publishTimes';
      readonly channel: string;
      readonly times: number;
      readonly everyMs: number;
    };

async function addOne(state: SharedState, key: string): Promise<void> {
  for (;;) {
    const before = await state.store.get(key);
    if (await state.store.compareAndSet(key, before, String(Number(before ?? '0') + 1))) return;
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
    case 'publishTimes':
      for (let n = 0; n < job.times; n += 1) {
        await state.pubSub.publish(job.channel, String(Date.now()));
        await pause(job.everyMs);
      }
      return undefined;
  }
}

const address = JSON.parse(process.argv[2] ?? '') as SharedAddress;
const job = JSON.parse(process.argv[3] ?? '') as Job;
const state =
  address.kind === 'sqlite'
    ? openSqliteShared({ file: address.file })
    : await openRedisShared({ url: address.url, namespace: 'test' });
const answer = await work(state, job);
await state.close();
process.send?.(answer ?? null, () => {
  process.disconnect();
});
