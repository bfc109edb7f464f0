import type { Meetings } from '../../workers/client/meetings.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/meeting/problem.ts';
import { may } from '../../workflows/domain/meeting/may.ts';
import { personOf, roleOf } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';

interface Recent {
  readonly view: MeetingView;
  readonly readAtMs: number;
}

const maxMeetings = 2_000;

/**
 * Reads of one meeting that follow each other within `keptMs` are answered from the first, and a new one is fetched
 * beside them in good time; whoever polls hardest costs the least. A command through this process makes the next read
 * a fresh one, and what may be seen is decided each time.
 */
export function withRecentViews(meetings: Meetings, keptMs: number): Meetings {
  const recent = new Map<string, Recent>();
  /** Reads that are under way, by caller and meeting: who asks meanwhile waits for the same answer. */
  const reading = new Map<string, Promise<Result<MeetingView>>>();

  function remember(view: MeetingView): void {
    recent.delete(view.meetingId);
    const oldest = recent.size >= maxMeetings ? recent.keys().next().value : undefined;
    if (oldest !== undefined) recent.delete(oldest);
    recent.set(view.meetingId, { view, readAtMs: Date.now() });
  }

  function forget(meetingId: string): void {
    recent.delete(meetingId);
    for (const key of reading.keys()) if (key.endsWith(` ${meetingId}`)) reading.delete(key);
  }

  function read(caller: Caller, meetingId: string): Promise<Result<MeetingView>> {
    const key = `${caller.kind} ${personOf(caller)} ${meetingId}`;
    const underWay = caller.kind === 'guest' ? undefined : reading.get(key);
    if (underWay !== undefined) return underWay;
    const begun = meetings.get(caller, { meetingId }).then((result) => {
      // A command meanwhile has forgotten this read: it may be from before.
      if (result.ok && reading.get(key) === begun) remember(result.value);
      return result;
    });
    reading.set(key, begun);
    const done = (): void => {
      if (reading.get(key) === begun) reading.delete(key);
    };
    begun.then(done, done);
    return begun;
  }

  function changing<Input extends { readonly meetingId: string }>(
    command: (caller: Caller, input: Input) => Promise<Result<MeetingView>>,
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
      const ageMs = found === undefined ? Infinity : Date.now() - found.readAtMs;
      if (found === undefined || ageMs > keptMs) return read(caller, meetingId);
      const problem = may(roleOf(caller, meetingId, found.view), 'see');
      if (problem !== undefined) return { ok: false, problem };
      // Nobody waits for the next one; a failure is met by whoever asks once this one is too old.
      if (ageMs > keptMs / 2) read(caller, meetingId).catch(() => undefined);
      return { ok: true, value: found.view };
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
