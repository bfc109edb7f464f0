import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import { jsonDiff } from './json-diff.ts';

/** What a subscriber is sent, as JSON text made once for all of them. */
interface FeedMessage {
  readonly version: number;
  readonly text: string;
  /** Who may see this version. */
  readonly view: MeetingView;
}

type Listener = (message: FeedMessage) => void;

interface Feed {
  readonly listeners: Set<Listener>;
  /** The last versions, oldest first; the last is where the feed stands. */
  readonly recent: FeedMessage[];
  readonly ready: Promise<void>;
  end: () => Promise<void>;
}

interface Joined {
  /** What a subscriber is sent first: the snapshot, or the versions after the one it has. */
  readonly first: readonly string[];
  readonly leave: () => Promise<void>;
}

export interface MeetingFeeds {
  /** Joins the feed of one meeting; `undefined` when there is no such projection. */
  join(meetingId: string, from: number | undefined, listener: Listener): Promise<Joined | undefined>;
}

const keptVersions = 64;

function snapshotText(view: MeetingView): string {
  const { meetingId, version } = view;
  return JSON.stringify({ type: 'snapshot', projection: `meeting:${meetingId}`, version, view });
}

function versionMessage(before: MeetingView | undefined, view: MeetingView): FeedMessage {
  const { meetingId, version } = view;
  const text = JSON.stringify({
    type: 'version',
    projection: `meeting:${meetingId}`,
    version,
    // Without the version before, the diff is from nothing.
    previous: before?.version ?? null,
    diff: jsonDiff(before ?? null, view),
  });
  return { version, text, view };
}

/**
 * One subscription to the shared projections for each meeting that anybody here watches, however many watch it. Each
 * version's diff is made once; the last ones are kept, so that a subscriber can resume where it stopped.
 */
export function createMeetingFeeds(projections: Pick<Projections, 'snapshot' | 'subscribe'>): MeetingFeeds {
  const feeds = new Map<string, Feed>();

  function open(meetingId: string): Feed {
    const listeners = new Set<Listener>();
    const recent: FeedMessage[] = [];

    const take = (view: MeetingView): void => {
      const last = recent.at(-1);
      if (last !== undefined && view.version <= last.version) return;
      const message = versionMessage(last?.view, view);
      recent.push(message);
      if (recent.length > keptVersions) recent.shift();
      for (const listener of [...listeners]) listener(message);
    };
    const begin = async (): Promise<void> => {
      // Listen before reading, so that no version falls between the two.
      const end = await projections.subscribe(meetingId, take);
      feed.end = end;
      const snapshot = await projections.snapshot(meetingId);
      if (snapshot !== undefined) take(snapshot);
    };
    const feed: Feed = { listeners, recent, ready: begin(), end: () => Promise.resolve() };
    return feed;
  }

  async function leave(meetingId: string, feed: Feed, listener: Listener): Promise<void> {
    feed.listeners.delete(listener);
    if (feed.listeners.size > 0) return;
    if (feeds.get(meetingId) === feed) feeds.delete(meetingId);
    await feed.end();
  }

  /** Versions after `from` without a gap, or the snapshot. */
  function firstMessages(feed: Feed, from: number | undefined): readonly string[] {
    const last = feed.recent.at(-1);
    if (last === undefined) return [];
    const oldest = feed.recent[0]?.version ?? last.version;
    const canResume = from !== undefined && from >= oldest && from <= last.version;
    if (!canResume) return [snapshotText(last.view)];
    return feed.recent.filter(({ version }) => version > from).map(({ text }) => text);
  }

  return {
    join: async (meetingId, from, listener) => {
      const feed = feeds.get(meetingId) ?? open(meetingId);
      feeds.set(meetingId, feed);
      let isLive = false;
      // What arrives before that is among the first messages.
      const own: Listener = (message) => {
        if (isLive) listener(message);
      };
      feed.listeners.add(own);
      try {
        await feed.ready;
      } catch (error) {
        await leave(meetingId, feed, own);
        throw error;
      }
      if (feed.recent.length === 0) {
        await leave(meetingId, feed, own);
        return undefined;
      }
      isLive = true;
      return { first: firstMessages(feed, from), leave: () => leave(meetingId, feed, own) };
    },
  };
}
