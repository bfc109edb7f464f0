import type { Meetings } from '../../workers/client/meetings.ts';
import type { Result } from '../../workflows/domain/meeting/problem.ts';
import { may } from '../../workflows/domain/meeting/may.ts';
import { roleOf } from '../../workflows/domain/meeting/role.ts';
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

  function remember(view: MeetingView): void {
    recent.delete(view.meetingId);
    const oldest = recent.size >= maxMeetings ? recent.keys().next().value : undefined;
    if (oldest !== undefined) recent.delete(oldest);
    recent.set(view.meetingId, { view, untilMs: Date.now() + ttlMs });
  }

  function changing<Input extends { readonly meetingId: string }>(
    command: (caller: Parameters<Meetings['get']>[0], input: Input) => Promise<Result<MeetingView>>,
  ): typeof command {
    return async (caller, input) => {
      recent.delete(input.meetingId);
      try {
        return await command(caller, input);
      } finally {
        // What was read while the command ran may be from before it.
        recent.delete(input.meetingId);
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
      const result = await meetings.get(caller, { meetingId });
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
