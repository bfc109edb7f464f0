import type { Meetings } from '../../workers/client/meetings.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import { isPending } from '../tasks/task-state.ts';

/**
 * Waits until a meeting no longer waits for people, or the organizer has to choose, at most `waitMs`. Gives the last
 * version seen; `undefined` when the meeting cannot be watched.
 */
export async function awaitPeople(
  meetings: Pick<Meetings, 'subscribe'>,
  caller: Caller,
  input: {
    readonly meetingId: string;
    readonly waitMs: number;
    readonly signal: AbortSignal;
    readonly onView: (view: MeetingView) => void;
  },
): Promise<MeetingView | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let last: MeetingView | undefined;
  const finish = (): void => {
    resolve(undefined);
  };
  const watching = await meetings.subscribe(caller, {
    meetingId: input.meetingId,
    onView: (view) => {
      last = view;
      input.onView(view);
      if (!isPending(view)) finish();
    },
  });
  if (!watching.ok) return undefined;
  const timer = setTimeout(finish, input.waitMs);
  input.signal.addEventListener('abort', finish, { once: true });
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    input.signal.removeEventListener('abort', finish);
    await watching.value();
  }
  return last;
}
