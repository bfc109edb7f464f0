import { LRUCache } from 'lru-cache';
import { everybody } from '../../../workflows/domain/meeting/people.ts';
import type { MeetingView } from '../../../workflows/domain/meeting/view.ts';
import type { Projections } from '../../../workflows/ports/projections.ts';
import type { PubSub } from '../../../workflows/ports/pub-sub.ts';
import { ServiceError } from '../../../workflows/ports/service-error.ts';
import type { Store } from '../../../workflows/ports/store.ts';

const keptMs = 90 * 24 * 60 * 60 * 1000;
const versionKeptMs = 60 * 60 * 1000;
const maxVersionsRead = 100;
const maxAttempts = 100;
const maxMeetingsRemembered = 1000;

function keyOf(meetingId: string): string {
  return `projection:${meetingId}`;
}

function versionPrefix(meetingId: string): string {
  return `projection-version:${meetingId}:`;
}

/** Of the same length for every version, so that lists are in the order of versions. */
function versionKeyOf(meetingId: string, version: number): string {
  return versionPrefix(meetingId) + String(version).padStart(10, '0');
}

function parse(text: string | undefined): MeetingView | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as MeetingView);
}

function inboxesOf(...views: readonly (MeetingView | undefined)[]): ReadonlySet<string> {
  return new Set(
    views.filter((view) => view !== undefined).flatMap((view) => everybody(view).map(({ id }) => id)),
  );
}

/** Lets each version of a meeting through once, and no older one after a newer one. */
function onlyNewer(listener: (view: MeetingView) => void): (message: string) => void {
  const seen = new LRUCache<string, number>({ max: maxMeetingsRemembered });
  return (message) => {
    const view = parse(message);
    if (view === undefined || view.version <= (seen.get(view.meetingId) ?? -1)) return;
    seen.set(view.meetingId, view.version);
    listener(view);
  };
}

/**
 * Read models in the shared store, kept for 90 days after the last version, and each version for an hour, so that a
 * subscriber can resume at any process. The last version is published again when it is given again, so that a writer
 * that died between keeping and publishing loses nothing by repeating.
 */
export function createProjections(input: { readonly store: Store; readonly pubSub: PubSub }): Projections {
  const { store, pubSub } = input;

  /** Gives the view kept before, or undefined when the one given is old news. */
  async function keep(
    view: MeetingView,
    text: string,
  ): Promise<{ before: MeetingView | undefined } | undefined> {
    const key = keyOf(view.meetingId);
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      const kept = await store.get(key);
      const before = parse(kept);
      if (before !== undefined && before.version > view.version) return undefined;
      if (before?.version === view.version) return { before };
      if (await store.compareAndSet(key, kept, text, { ttlMs: keptMs })) return { before };
    }
    throw new ServiceError({
      reason: 'unavailable',
      service: 'assent',
      message: `The state of meeting ${view.meetingId} changes too fast to be kept.`,
    });
  }

  return {
    async publish(view) {
      const text = JSON.stringify(view);
      const kept = await keep(view, text);
      if (kept === undefined) return;
      const { meetingId, version } = view;
      await store.set(versionKeyOf(meetingId, version), text, { ttlMs: versionKeptMs });
      await Promise.all([
        pubSub.publish(`meeting:${meetingId}`, text),
        ...[...inboxesOf(kept.before, view)].map((id) => pubSub.publish(`inbox:${id}`, text)),
      ]);
    },
    snapshot: async (meetingId) => parse(await store.get(keyOf(meetingId))),
    versionsFrom: async (meetingId, version) => {
      const first = versionKeyOf(meetingId, version);
      const kept = await store.list({
        prefix: versionPrefix(meetingId),
        after: versionKeyOf(meetingId, version - 1),
        limit: maxVersionsRead,
      });
      return kept[0]?.key === first ? kept.map(({ value }) => JSON.parse(value) as MeetingView) : [];
    },
    subscribe: (meetingId, listener) => pubSub.subscribe(`meeting:${meetingId}`, onlyNewer(listener)),
    subscribeInbox: (personId, listener) => pubSub.subscribe(`inbox:${personId}`, onlyNewer(listener)),
  };
}
