import { describe, expect, it } from 'vitest';
import { withCachedViews } from '../../../../mcp/calls/cached-views.ts';
import type { Meetings } from '../../../../workers/client/meetings.ts';
import type { Caller } from '../../../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../../../workflows/domain/problems/problem.ts';
import type { MeetingView } from '../../../../workflows/domain/meeting/view.ts';
import { personId } from '../../../../workflows/domain/people/person.ts';
import { ana, viewOf } from '../../../support/meeting-views.ts';

const asAna: Caller = { kind: 'person', personId: ana.id, surface: 'mcp' };
const { meetingId } = viewOf();
const respond = { meetingId, round: 1, answers: {}, idempotencyKey: 'one' };

/** A meeting whose version the test sets, and a door to it that counts its reads. */
function kept(keptMs = 60_000) {
  let version = 1;
  let reads = 0;
  let delay: Promise<unknown> = Promise.resolve();
  let tell: (view: MeetingView) => void = () => undefined;
  const now = (): Promise<Result<MeetingView>> => Promise.resolve({ ok: true, value: viewOf({ version }) });
  const useCases: Pick<Meetings, 'get' | 'respond' | 'subscribe'> = {
    get: async () => {
      reads += 1;
      const view = await now();
      await delay;
      return view;
    },
    respond: () => {
      version += 1;
      return now();
    },
    subscribe: (_, { onView }) => {
      onView(viewOf({ version }));
      return Promise.resolve({ ok: true, value: () => Promise.resolve() });
    },
  };
  const { meetings, recent } = withCachedViews(
    useCases as Meetings,
    {
      subscribe: (_, listener) => {
        tell = listener;
        return Promise.resolve(() => Promise.resolve());
      },
    },
    keptMs,
  );
  return {
    meetings,
    recent,
    reads: () => reads,
    /** Somebody else's change, with or without its publication. */
    change: (isTold: boolean) => {
      version += 1;
      if (isTold) tell(viewOf({ version }));
    },
    tell: (told: number) => {
      tell(viewOf({ version: told }));
    },
    slowly: (until: Promise<unknown>) => {
      delay = until;
    },
  };
}

async function versionOf(answer: Promise<Result<MeetingView>>): Promise<number | string> {
  const result = await answer;
  return result.ok ? result.value.version : result.problem.code;
}

describe('reads of one meeting that follow each other', () => {
  it('are answered from the first', async () => {
    const { recent, reads } = kept();
    await recent.get(asAna, { meetingId });
    await recent.get(asAna, { meetingId });
    expect(reads()).toBe(1);
  });

  it('are never older than what was published', async () => {
    const { recent, change } = kept();
    await recent.get(asAna, { meetingId });
    change(true);
    expect(await versionOf(recent.get(asAna, { meetingId }))).toBe(2);
  });

  it('are fresh where a caller goes on to act on them', async () => {
    const { recent, meetings, change } = kept();
    await recent.get(asAna, { meetingId });
    change(false);
    expect(await versionOf(meetings.get(asAna, { meetingId }))).toBe(2);
  });

  it('are never older than such a fresh one', async () => {
    const { recent, meetings, change } = kept();
    await recent.get(asAna, { meetingId });
    change(false);
    await meetings.get(asAna, { meetingId });
    expect(await versionOf(recent.get(asAna, { meetingId }))).toBe(2);
  });

  it('are never older than what a subscriber has been shown', async () => {
    const { recent, meetings, change } = kept();
    await recent.get(asAna, { meetingId });
    change(false);
    await meetings.subscribe(asAna, { meetingId, onView: () => undefined });
    expect(await versionOf(recent.get(asAna, { meetingId }))).toBe(2);
  });

  it('do not join one that began before it', async () => {
    const { recent, meetings, reads, change, slowly } = kept();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    slowly(promise);
    const slow = recent.get(asAna, { meetingId });
    await expect.poll(reads).toBe(1);
    change(false);
    slowly(Promise.resolve());
    await meetings.get(asAna, { meetingId });
    expect(await versionOf(recent.get(asAna, { meetingId }))).toBe(2);
    resolve(undefined);
    expect(await versionOf(slow)).toBe(1);
    expect(await versionOf(recent.get(asAna, { meetingId }))).toBe(2);
  });

  it('show the caller’s own command even when an old version arrives late', async () => {
    const { recent, meetings, tell } = kept();
    await recent.get(asAna, { meetingId });
    await meetings.respond(asAna, respond);
    tell(1);
    expect(await versionOf(recent.get(asAna, { meetingId }))).toBe(2);
  });

  it('do not bring back what was read before a version that was told meanwhile', async () => {
    const { recent, reads, change, slowly } = kept();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    slowly(promise);
    const slow = recent.get(asAna, { meetingId });
    await expect.poll(reads).toBe(1);
    change(true);
    resolve(undefined);
    await slow;
    expect(await versionOf(recent.get(asAna, { meetingId }))).toBe(2);
  });

  it('are read again when they are too old', async () => {
    const { recent, reads } = kept(0);
    await recent.get(asAna, { meetingId });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await recent.get(asAna, { meetingId });
    expect(reads()).toBeGreaterThanOrEqual(2);
  });

  it('are for those who may see the meeting', async () => {
    const { recent } = kept();
    await recent.get(asAna, { meetingId });
    const stranger: Caller = { kind: 'person', personId: personId('a stranger'), surface: 'mcp' };
    expect(await versionOf(recent.get(stranger, { meetingId }))).toBe('not_found');
  });
});
