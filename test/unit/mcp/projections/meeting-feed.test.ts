import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { PatchStep } from '../../../../mcp/projections/json-diff.ts';
import { createMeetingFeeds } from '../../../../mcp/projections/meeting-feed.ts';
import { applyPatch } from '../../../../mcp/clients/supervise/json-patch.ts';
import { createProjections } from '../../../../workers/adapters/projections/projections.ts';
import { openSqliteShared } from '../../../../workers/adapters/sqlite/shared.ts';
import type { MeetingView } from '../../../../workflows/domain/meeting/view.ts';
import { viewOf } from '../../../support/meeting-views.ts';

interface Sent {
  readonly type: 'snapshot' | 'version';
  readonly version: number;
  readonly previous?: number | null;
  readonly view?: MeetingView;
  readonly diff?: readonly PatchStep[];
}

const everybody = (): boolean => true;

describe('the feed of a meeting', () => {
  let folder: string;
  const opened: ReturnType<typeof openSqliteShared>[] = [];

  /** Feeds as a process of their own has them. */
  function aProcess() {
    const shared = openSqliteShared({ file: join(folder, 'shared.sqlite') });
    opened.push(shared);
    const projections = createProjections(shared);
    return { projections, feeds: createMeetingFeeds(projections, (view) => ({ ...view })) };
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assent-feed-'));
  });
  afterAll(async () => {
    for (const shared of opened) await shared.close();
    await rm(folder, { recursive: true });
  });

  const version = (meetingId: string, number: number): MeetingView =>
    viewOf({ meetingId, version: number, title: `Version ${number}` });

  /** What a subscriber hears: first at once, and then as it comes. */
  async function subscriber(
    { feeds }: Pick<ReturnType<typeof aProcess>, 'feeds'>,
    meetingId: string,
    from?: number,
    maySee: (view: MeetingView) => boolean = everybody,
  ) {
    const heard: Sent[] = [];
    const listener = ({ text }: { readonly text: string }): void => {
      heard.push(JSON.parse(text) as Sent);
    };
    const joined = await feeds.join({ meetingId, from, maySee, listener });
    if (joined === undefined) throw new Error('There is no such feed.');
    heard.unshift(...joined.first.map((text) => JSON.parse(text) as Sent));
    return { heard, leave: joined.leave };
  }

  it('begins with the snapshot, and goes on with every version', async () => {
    const process = aProcess();
    const meetingId = randomUUID();
    await process.projections.publish(version(meetingId, 1));
    const { heard, leave } = await subscriber(process, meetingId);
    await process.projections.publish(version(meetingId, 2));
    await expect
      .poll(() => heard)
      .toMatchObject([
        { type: 'snapshot', version: 1, view: { title: 'Version 1' } },
        { type: 'version', version: 2, previous: 1 },
      ]);
    await leave();
  });

  it('is resumed at another process, with nobody left who listened: every version that was missed, none twice', async () => {
    const [one, other] = [aProcess(), aProcess()];
    const meetingId = randomUUID();
    await one.projections.publish(version(meetingId, 1));
    const before = await subscriber(one, meetingId);
    await before.leave();
    for (const missed of [2, 4]) await one.projections.publish(version(meetingId, missed));
    const { heard, leave } = await subscriber(other, meetingId, 1);
    await one.projections.publish(version(meetingId, 5));
    await expect
      .poll(() => heard.map((sent) => [sent.previous, sent.version]))
      .toEqual([
        [1, 2],
        [2, 4],
        [4, 5],
      ]);
    const now = heard.reduce<unknown>(
      (value, { diff }) => applyPatch(value, diff ?? []),
      before.heard[0]?.view,
    );
    expect(now).toEqual(JSON.parse(JSON.stringify(version(meetingId, 5))));
    await leave();
  });

  it('says nothing to whom nothing was missed, and goes on from there', async () => {
    const process = aProcess();
    const meetingId = randomUUID();
    await process.projections.publish(version(meetingId, 3));
    const { heard, leave } = await subscriber(process, meetingId, 3);
    expect(heard).toEqual([]);
    await process.projections.publish(version(meetingId, 4));
    await expect.poll(() => heard).toMatchObject([{ type: 'version', version: 4, previous: 3 }]);
    await leave();
  });

  it.each([0, 2, 9])('begins with the snapshot where version %i is not kept', async (from) => {
    const process = aProcess();
    const meetingId = randomUUID();
    for (const kept of [1, 3]) await process.projections.publish(version(meetingId, kept));
    const { heard, leave } = await subscriber(process, meetingId, from);
    expect(heard).toMatchObject([{ type: 'snapshot', version: 3 }]);
    await leave();
  });

  it('shows no version to whom it was not for: they get the snapshot', async () => {
    const process = aProcess();
    const meetingId = randomUUID();
    for (const kept of [1, 2, 3]) await process.projections.publish(version(meetingId, kept));
    const { heard, leave } = await subscriber(process, meetingId, 1, (view) => view.version !== 2);
    expect(heard).toMatchObject([{ type: 'snapshot', version: 3 }]);
    await leave();
  });

  it('is not there for a meeting that nobody has heard of', async () => {
    const { feeds } = aProcess();
    const input = { meetingId: randomUUID(), from: undefined, maySee: everybody, listener: () => undefined };
    expect(await feeds.join(input)).toBeUndefined();
  });
});
