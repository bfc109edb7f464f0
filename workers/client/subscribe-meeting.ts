import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Projections } from '../../workflows/ports/projections.ts';
import { holdBack } from './hold-back.ts';
import type { Meetings } from './meetings.ts';

/** Snapshot first, then what is published, each version once and in order. */
export function subscribeMeeting(
  projections: Projections,
  read: (caller: Caller, meetingId: string) => Promise<Result<MeetingView>>,
): Meetings['subscribe'] {
  return async (caller, { meetingId, onView }) => {
    let shown = 0;
    const show = (view: MeetingView): void => {
      if (view.version <= shown) return;
      shown = view.version;
      onView(view);
    };
    const { take, release } = holdBack(show);
    const stop = await projections.subscribe(meetingId, take);
    const snapshot = await read(caller, meetingId);
    if (!snapshot.ok) {
      await stop();
      return snapshot;
    }
    show(snapshot.value);
    release();
    return { ok: true, value: stop };
  };
}
