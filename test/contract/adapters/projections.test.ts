import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createProjections } from '../../../workers/adapters/projections/projections.ts';
import { openRedisShared } from '../../../workers/adapters/redis/shared.ts';
import { openSqliteShared } from '../../../workers/adapters/sqlite/shared.ts';
import { personId } from '../../../workflows/domain/people/person.ts';
import { defaultPolicy } from '../../../workflows/domain/policy/policy.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Projections } from '../../../workflows/ports/projections.ts';
import { redisServerIsInstalled, startRedisServer } from '../../support/redis-server.ts';
import type { SharedState } from './shared-processes.ts';
import { eventually, pause } from './waiting.ts';

const someone = (name: string) => ({
  id: personId(`${name}-id`),
  displayName: name,
  mail: `${name}@x.example`,
});

function view(meetingId: string, version: number, attendees: readonly string[] = ['bob']): MeetingView {
  const at = '2027-01-11T09:00:00.000Z';
  return {
    meetingId,
    version,
    status: 'proposed',
    title: `Version ${version}`,
    durationMinutes: 30,
    timeZone: 'Europe/Berlin',
    isOnlineMeeting: false,
    organizer: someone('alice'),
    attendees: attendees.map((name) => ({ person: someone(name), type: 'required', approval: 'pending' })),
    policy: defaultPolicy,
    warnings: [],
    createdAt: at,
    updatedAt: at,
    history: [],
  };
}

type Opened = Pick<SharedState, 'store' | 'pubSub'> & { close(): Promise<void> };

/** Two connections to one shared state, as two processes have them. */
async function openSqlite(): Promise<readonly [Opened, Opened]> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-projections-'));
  const file = join(folder, 'shared.sqlite');
  const second = openSqliteShared({ file });
  const close = async (): Promise<void> => {
    await second.close();
    await rm(folder, { recursive: true });
  };
  return [openSqliteShared({ file }), { ...second, close }];
}

async function openRedis(): Promise<readonly [Opened, Opened]> {
  const server = await startRedisServer();
  const settings = { url: server.url, namespace: 'test' };
  const second = await openRedisShared(settings);
  const close = async (): Promise<void> => {
    await second.close();
    await server.stop();
  };
  return [await openRedisShared(settings), { ...second, close }];
}

const kinds = [
  { name: 'SQLite', open: openSqlite },
  ...(redisServerIsInstalled ? [{ name: 'Redis', open: openRedis }] : []),
];

describe.each(kinds)('projections in $name', ({ open }) => {
  let one: Opened;
  let two: Opened;
  let here: Projections;
  let there: Projections;
  beforeAll(async () => {
    [one, two] = await open();
    here = createProjections(one);
    there = createProjections(two);
  });
  afterAll(async () => {
    await one.close();
    await two.close();
  });

  it('give a snapshot of the newest version, wherever it was published', async () => {
    const id = randomUUID();
    expect(await here.snapshot(id)).toBeUndefined();
    await here.publish(view(id, 1));
    await there.publish(view(id, 2));
    expect(await here.snapshot(id)).toEqual(view(id, 2));
  });

  it('never let an older version overwrite or follow a newer one', async () => {
    const id = randomUUID();
    const heard: number[] = [];
    const end = await there.subscribe(id, ({ version }) => heard.push(version));
    await Promise.all(
      [3, 1, 5, 2, 4, 5].map((version, n) => (n % 2 === 0 ? here : there).publish(view(id, version))),
    );
    await eventually(() => {
      expect(heard.at(-1)).toBe(5);
    });
    expect(heard).toEqual([...new Set(heard)].sort((a, b) => a - b));
    expect((await here.snapshot(id))?.version).toBe(5);
    await end();
  });

  it('keep the newest of many written at once by several writers', async () => {
    const id = randomUUID();
    const versions = Array.from({ length: 60 }, (_, n) => ((n * 37) % 60) + 1);
    await Promise.all(versions.map((version, n) => (n % 2 === 0 ? here : there).publish(view(id, version))));
    expect((await here.snapshot(id))?.version).toBe(60);
  });

  it('are published again when the version kept is given again, so that a dead writer loses nothing', async () => {
    const id = randomUUID();
    // As after a death between keeping and publishing: kept, never heard of.
    await one.store.set(`projection:${id}`, JSON.stringify(view(id, 1)));
    const heard: number[] = [];
    const end = await there.subscribe(id, ({ version }) => heard.push(version));
    await here.publish(view(id, 1));
    await eventually(() => {
      expect(heard).toEqual([1]);
    });
    await end();
  });

  it('are kept from any version on, whichever process asks, and only without a gap at its beginning', async () => {
    const id = randomUUID();
    for (const version of [1, 2, 4, 11]) await here.publish(view(id, version));
    await here.publish(view(id, 3));
    await here.publish(view(randomUUID(), 4));
    const versionsFrom = async (version: number): Promise<readonly number[]> =>
      (await there.versionsFrom(id, version)).map((kept) => kept.version);
    expect(await versionsFrom(1)).toEqual([1, 2, 4, 11]);
    expect(await versionsFrom(4)).toEqual([4, 11]);
    expect(await versionsFrom(11)).toEqual([11]);
    for (const absent of [0, 3, 12]) expect(await versionsFrom(absent)).toEqual([]);
    expect((await there.versionsFrom(id, 2))[0]).toEqual(view(id, 2));
  });

  it('reach the inboxes of the organizer, of everybody asked, and of who was asked before', async () => {
    const id = randomUUID();
    const heard: Record<string, number[]> = { alice: [], bob: [], carol: [], dan: [] };
    const ends = await Promise.all(
      Object.entries(heard).map(([name, versions]) =>
        there.subscribeInbox(`${name}-id`, ({ version }) => versions.push(version)),
      ),
    );
    await here.publish(view(id, 1, ['bob']));
    await here.publish(view(id, 2, ['carol']));
    await here.publish(view(id, 3, ['carol']));
    await eventually(() => {
      expect(heard).toEqual({ alice: [1, 2, 3], bob: [1, 2], carol: [2, 3], dan: [] });
    });
    for (const end of ends) await end();
    await here.publish(view(id, 4, ['carol']));
    await pause(50);
    expect(heard['alice']).toEqual([1, 2, 3]);
  });
});
