import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import { jsonDiff } from './json-diff.ts';
import type { PublicView } from './public-view.ts';

/** What a subscriber is sent, as JSON text made once for all of them. */
export interface FeedMessage {
  readonly text: string;
  /** Who may see this version. */
  readonly view: MeetingView;
  /** The version that it follows, from which a subscriber that missed it resumes. */
  readonly previous: number | undefined;
}

type Listener = (message: FeedMessage) => void;

interface Feed {
  readonly listeners: Set<Listener>;
  readonly ready: Promise<void>;
  /** The feed's latest version. */
  last: MeetingView | undefined;
  /** Goes on to this version, unless it is there already or past it. */
  readonly take: (view: MeetingView) => void;
  end: () => Promise<void>;
}

interface Joined {
  /** What a subscriber is sent first: the snapshot, or the versions after the one it has. */
  readonly first: readonly string[];
  readonly leave: () => Promise<void>;
}

export interface MeetingFeeds {
  /** Joins the feed of one meeting; `undefined` when there is no such projection. */
  join(input: {
    readonly meetingId: string;
    /** The version that the subscriber has already. */
    readonly from: number | undefined;
    /** Whether the subscriber may see this version; who may not see all that was missed gets the snapshot. */
    readonly maySee: (view: MeetingView) => boolean;
    readonly listener: Listener;
  }): Promise<Joined | undefined>;
}

function snapshotText(view: MeetingView, publicView: PublicView): string {
  const { meetingId, version } = view;
  return JSON.stringify({
    type: 'snapshot',
    projection: `meeting:${meetingId}`,
    version,
    view: publicView(view),
  });
}

function versionMessage(
  before: MeetingView | undefined,
  view: MeetingView,
  publicView: PublicView,
): FeedMessage {
  const { meetingId, version } = view;
  const text = JSON.stringify({
    type: 'version',
    projection: `meeting:${meetingId}`,
    version,
    // Without the version before, the diff is from nothing.
    previous: before?.version ?? null,
    diff: jsonDiff(before === undefined ? null : publicView(before), publicView(view)),
  });
  return { text, view, previous: before?.version };
}

/**
 * One subscription to the shared projections for each meeting that anybody here watches, however many watch it. Each
 * version's diff is made once; a subscriber that comes back resumes from the versions that all processes share.
 */
export function createMeetingFeeds(
  projections: Pick<Projections, 'snapshot' | 'subscribe' | 'versionsFrom'>,
  publicView: PublicView,
): MeetingFeeds {
  const feeds = new Map<string, Feed>();

  function open(meetingId: string): Feed {
    const listeners = new Set<Listener>();
    const take = (view: MeetingView): void => {
      const { last } = feed;
      if (last !== undefined && view.version <= last.version) return;
      feed.last = view;
      const message = versionMessage(last, view, publicView);
      for (const listener of [...listeners]) listener(message);
    };
    const begin = async (): Promise<void> => {
      // Listen before reading, so that no version falls between the two.
      feed.end = await projections.subscribe(meetingId, take);
      const snapshot = await projections.snapshot(meetingId);
      if (snapshot !== undefined) take(snapshot);
    };
    const feed: Omit<Feed, 'ready'> = { listeners, take, last: undefined, end: () => Promise.resolve() };
    return Object.assign(feed, { ready: begin() });
  }

  async function leave(meetingId: string, feed: Feed, listener: Listener): Promise<void> {
    feed.listeners.delete(listener);
    if (feed.listeners.size > 0) return;
    if (feeds.get(meetingId) === feed) feeds.delete(meetingId);
    await feed.end();
  }

  /** From the version that the subscriber has to the feed's latest, each with its diff. */
  function missed(kept: readonly MeetingView[], last: MeetingView): readonly string[] {
    const newer = kept.filter(({ version }) => version < last.version);
    return [...newer, last]
      .slice(1)
      .map((view, index) => versionMessage(newer[index], view, publicView).text);
  }

  return {
    join: async ({ meetingId, from, maySee, listener }) => {
      const feed = feeds.get(meetingId) ?? open(meetingId);
      feeds.set(meetingId, feed);
      let isLive = false;
      // What arrives before that is among the first messages.
      const own: Listener = (message) => {
        if (isLive) listener(message);
      };
      feed.listeners.add(own);
      let kept: readonly MeetingView[];
      try {
        await feed.ready;
        kept = from === undefined ? [] : await projections.versionsFrom(meetingId, from);
        // The subscriber may come from a process that was ahead of this one.
        for (const view of kept) feed.take(view);
      } catch (error) {
        await leave(meetingId, feed, own);
        throw error;
      }
      const { last } = feed;
      if (last === undefined) {
        await leave(meetingId, feed, own);
        return undefined;
      }
      isLive = true;
      const canResume = kept.length > 0 && kept.every(maySee);
      return {
        first: canResume ? missed(kept, last) : [snapshotText(last, publicView)],
        leave: () => leave(meetingId, feed, own),
      };
    },
  };
}
