import type { Meetings } from '../../workers/client/meetings.ts';
import type { Result } from '../../workflows/domain/meeting/problem.ts';
import { may } from '../../workflows/domain/meeting/may.ts';
import { personOf, roleOf } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';

interface Recent {
  readonly view: MeetingView;
  readonly untilMs: number;
}

const maxMeetings = 2_000;

/**
 * Reads of one meeting that follow each other within `ttlMs` are answered from the first; whoever polls hardest costs
 * the least. A command through this process makes the next read a fresh one, and what may be seen is decided each time.
 */
export function withRecentViews(meetings: Meetings, ttlMs: number): Meetings {
  const recent = new Map<string, Recent>();
  /** Reads that are under way, by caller and meeting: who asks meanwhile waits for the same answer. */
  const reading = new Map<string, Promise<Result<MeetingView>>>();

  function remember(view: MeetingView): void {
    recent.delete(view.meetingId);
    const oldest = recent.size >= maxMeetings ? recent.keys().next().value : undefined;
    if (oldest !== undefined) recent.delete(oldest);
    recent.set(view.meetingId, { view, untilMs: Date.now() + ttlMs });
  }

  function forget(meetingId: string): void {
    recent.delete(meetingId);
    for (const key of reading.keys()) if (key.endsWith(` ${meetingId}`)) reading.delete(key);
  }

  function changing<Input extends { readonly meetingId: string }>(
    command: (caller: Parameters<Meetings['get']>[0], input: Input) => Promise<Result<MeetingView>>,
  ): typeof command {
    return async (caller, input) => {
      forget(input.meetingId);
      try {
        return await command(caller, input);
      } finally {
        // What was read while the command ran may be from before it.
        forget(input.meetingId);
      }
    };
  }

  return {
    ...meetings,
    get: async (caller, { meetingId }) => {
      const found = recent.get(meetingId);
      if (found !== undefined && found.untilMs > Date.now()) {
        const problem = may(roleOf(caller, meetingId, found.view), 'see');
        return problem === undefined ? { ok: true, value: found.view } : { ok: false, problem };
      }
      const key = `${caller.kind} ${personOf(caller)} ${meetingId}`;
      const underWay = caller.kind === 'guest' ? undefined : reading.get(key);
      if (underWay !== undefined) return underWay;
      const read = meetings.get(caller, { meetingId }).finally(() => {
        reading.delete(key);
      });
      reading.set(key, read);
      const result = await read;
      if (result.ok) remember(result.value);
      return result;
    },
    respond: changing((caller, input) => meetings.respond(caller, input)),
    confirm: changing((caller, input) => meetings.confirm(caller, input)),
    chooseSlots: changing((caller, input) => meetings.chooseSlots(caller, input)),
    reschedule: changing((caller, input) => meetings.reschedule(caller, input)),
    changeAttendees: changing((caller, input) => meetings.changeAttendees(caller, input)),
    remind: changing((caller, input) => meetings.remind(caller, input)),
    cancel: changing((caller, input) => meetings.cancel(caller, input)),
  };
}
