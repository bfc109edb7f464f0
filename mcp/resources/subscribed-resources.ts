import type { Log } from '../../infra/runtime/log.ts';
import type { Meetings } from '../../workers/client/meetings.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import type { Identity } from '../auth/identity.ts';
import { personBehind } from '../auth/identity.ts';
import type { CalendarWatch } from './calendar-watch.ts';
import { parseResourceUri } from './uri.ts';

/** Ends watching; may be called again. */
export type Unsubscribe = () => void;

export interface ResourceSubscriptions {
  /** Whether this identity may be notified when the resource changes. */
  mayWatch(identity: Identity, uri: string): Promise<boolean>;
  /** Calls back on every version of what the URI names; nothing for what may not be seen. */
  watch(identity: Identity, uri: string, onUpdate: () => void): Unsubscribe;
}

/**
 * Changes of resources, from the projections that all processes share. Each watcher is notified only of what its person may
 * see: a meeting of theirs, their own inbox, or a calendar whose changes are reported.
 */
export function createResourceSubscriptions(input: {
  readonly meetings: Pick<Meetings, 'get' | 'subscribe'>;
  readonly projections: Pick<Projections, 'subscribeInbox'>;
  /** Absent if calendar changes are not reported. */
  readonly calendars: CalendarWatch | undefined;
  readonly log: Log;
}): ResourceSubscriptions {
  const { meetings, projections, calendars, log } = input;

  async function begin(
    identity: Identity,
    uri: string,
    onUpdate: () => void,
  ): Promise<(() => Promise<void>) | undefined> {
    const target = parseResourceUri(uri);
    const person = personBehind(identity);
    if (target === undefined || person === undefined || !identity.caller.ok) return undefined;
    switch (target.kind) {
      case 'inbox':
        return projections.subscribeInbox(person, onUpdate);
      case 'meeting': {
        let isSnapshot = true;
        const { meetingId } = target;
        const watching = await meetings.subscribe(identity.caller.value, {
          meetingId,
          // The snapshot is not a change: subscribers read the resource anyway.
          onView: () => {
            if (!isSnapshot) onUpdate();
            isSnapshot = false;
          },
        });
        return watching.ok ? watching.value : undefined;
      }
      case 'calendar':
        return calendars?.watch({ identity, person: target.person, date: target.date }, onUpdate);
    }
  }

  return {
    mayWatch: async (identity, uri) => {
      const target = parseResourceUri(uri);
      if (target === undefined || !identity.caller.ok) return false;
      if (target.kind === 'calendar') {
        const { person, date } = target;
        return (await calendars?.mayWatch({ identity, person, date })) ?? false;
      }
      if (!identity.scopes.has('meetings.read')) return false;
      if (target.kind === 'inbox') return true;
      return (await meetings.get(identity.caller.value, { meetingId: target.meetingId })).ok;
    },
    watch: (identity, uri, onUpdate) => {
      let stopped = false;
      const watching = begin(identity, uri, () => {
        if (!stopped) onUpdate();
      });
      watching.catch((error: unknown) => {
        log.warn({ err: error }, 'a resource could not be watched');
      });
      return () => {
        if (stopped) return;
        stopped = true;
        watching.then((end) => end?.()).catch(() => undefined);
      };
    },
  };
}
