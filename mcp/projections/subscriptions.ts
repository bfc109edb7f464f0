import { LRUCache } from 'lru-cache';
import { holdBack } from '../../workers/client/hold-back.ts';
import type { Meetings } from '../../workers/client/meetings.ts';
import { everybody } from '../../workflows/domain/meeting/people.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import type { Identity } from '../auth/identity.ts';
import { personBehind } from '../auth/identity.ts';
import { jsonDiff } from './json-diff.ts';
import type { FeedMessage, MeetingFeeds } from './meeting-feed.ts';
import type { PublicView } from './public-view.ts';

/** The part of a WebSocket that is used here. */
export interface Subscriber {
  readonly bufferedAmount: number;
  send(text: string): void;
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
}

/** Close codes of ours (RFC 6455, section 7.4.2: 4000 to 4999 are for applications). */
export const closeCodes = { notFound: 4404, forbidden: 4403, tooSlow: 4408, tooMany: 4429 } as const;

const maxBufferedBytes = 1_000_000;
const maxRememberedMeetings = 200;

function isAbout(view: MeetingView, person: string): boolean {
  return everybody(view).some(({ id }) => id === person);
}

/** Sends, or drops a subscriber that does not keep up, telling what to do then. */
function sendTo(subscriber: Subscriber, text: string, advice: string): void {
  if (subscriber.bufferedAmount > maxBufferedBytes)
    subscriber.close(closeCodes.tooSlow, `too slow; ${advice}`);
  else subscriber.send(text);
}

/**
 * `meeting:{id}` and `inbox:me` for one subscriber: the snapshot first, then every version with its diff (RFC 6902),
 * in order. Who may not see a version any more is dropped.
 */
export function createSubscriptions(input: {
  readonly meetings: Pick<Meetings, 'get' | 'list'>;
  readonly projections: Pick<Projections, 'subscribeInbox'>;
  readonly feeds: MeetingFeeds;
  readonly publicView: PublicView;
}): (
  subscriber: Subscriber,
  identity: Identity,
  projection: string,
  from: number | undefined,
) => Promise<void> {
  const { meetings, projections, feeds, publicView } = input;

  async function meeting(
    subscriber: Subscriber,
    identity: Identity,
    meetingId: string,
    from: number | undefined,
  ): Promise<void> {
    const person = personBehind(identity) ?? '';
    const seen = identity.caller.ok
      ? await meetings.get(identity.caller.value, { meetingId })
      : identity.caller;
    if (!seen.ok) {
      subscriber.close(closeCodes.notFound, 'there is no such meeting for you');
      return;
    }
    const maySee = (view: MeetingView): boolean => isAbout(view, person);
    const { take, release } = holdBack(({ view, text, previous }: FeedMessage) => {
      if (maySee(view)) sendTo(subscriber, text, `resume from version ${previous ?? 0}`);
      else subscriber.close(closeCodes.forbidden, 'you are not in this meeting any more');
    });
    const joined = await feeds.join({ meetingId, from, maySee, listener: take });
    if (joined === undefined) {
      subscriber.close(closeCodes.notFound, 'this meeting has no projection yet');
      return;
    }
    subscriber.once('close', () => {
      joined.leave().catch(() => undefined);
    });
    for (const text of joined.first) subscriber.send(text);
    release();
  }

  async function inbox(subscriber: Subscriber, identity: Identity): Promise<void> {
    const { caller } = identity;
    const person = personBehind(identity);
    if (!caller.ok || person === undefined) {
      subscriber.close(closeCodes.forbidden, 'no person, no inbox');
      return;
    }
    const known = new LRUCache<string, MeetingView>({ max: maxRememberedMeetings });
    const { take, release } = holdBack((view: MeetingView) => {
      const before = known.get(view.meetingId);
      known.set(view.meetingId, view);
      const { meetingId, version } = view;
      const change = {
        previous: before?.version ?? null,
        diff: jsonDiff(before === undefined ? null : publicView(before), publicView(view)),
      };
      sendTo(
        subscriber,
        JSON.stringify({ type: 'version', projection: 'inbox:me', meetingId, version, ...change }),
        'subscribe again',
      );
    });
    const end = await projections.subscribeInbox(person, take);
    subscriber.once('close', () => {
      end().catch(() => undefined);
    });
    const listed = await meetings.list(caller.value, { which: 'all', pageSize: 100 });
    const rows = listed.ok ? listed.value.meetings : [];
    subscriber.send(JSON.stringify({ type: 'snapshot', projection: 'inbox:me', meetings: rows }));
    release();
  }

  return async (subscriber, identity, projection, from) => {
    const meetingId = /^meeting:(.+)$/.exec(projection)?.[1];
    if (meetingId !== undefined) await meeting(subscriber, identity, meetingId, from);
    else if (projection === 'inbox:me') await inbox(subscriber, identity);
    else subscriber.close(closeCodes.notFound, 'subscribe to meeting:ID or inbox:me');
  };
}
