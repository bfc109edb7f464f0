import type { GiveCommand, MeetingCommands, Meetings } from '../../workers/client/meetings.ts';
import { forEachCommand } from '../../workers/client/meetings.ts';
import type { CommandName } from '../../workflows/contract/commands/commands.ts';
import type { Caller } from '../../workflows/domain/meeting/caller.ts';
import type { Result } from '../../workflows/domain/problems/problem.ts';
import { shownTo } from '../../workflows/domain/meeting/permissions.ts';
import { personOf } from '../../workflows/domain/meeting/role.ts';
import type { MeetingView } from '../../workflows/domain/meeting/view.ts';
import type { Projections } from '../../workflows/ports/projections.ts';

interface Recent {
  readonly view: MeetingView;
  readonly readAtMs: number;
}

const maxMeetings = 2_000;
/** How long the versions of a meeting are listened to after it was last fetched. */
const heardMs = 10_000;

/**
 * Reads of one meeting that follow each other within `keptMs` are answered from the first, and a new one is fetched
 * beside them in good time; the hardest poller costs the least. What is cached is never older than the last version
 * published, or than what somebody did or saw through `meetings`; what may be seen is decided each time.
 */
export function withCachedViews(
  given: Meetings,
  projections: Pick<Projections, 'subscribe'>,
  keptMs: number,
): {
  /** The use cases; `get` is a fresh read, for callers that act upon it. */
  readonly meetings: Meetings;
  readonly recent: Pick<Meetings, 'get'>;
} {
  const commands: MeetingCommands = given;
  const recent = new Map<string, Recent>();
  /** Reads that are under way, by caller and meeting: who asks meanwhile waits for the same answer. */
  const reading = new Map<string, Promise<Result<MeetingView>>>();
  /** Meetings whose versions are heard; the first is the one that was fetched longest ago. */
  const hearing = new Map<string, { heardUntilMs: number; readonly end: Promise<() => Promise<void>> }>();

  function remember(view: MeetingView): void {
    const known = recent.get(view.meetingId);
    if (known !== undefined && known.view.version > view.version) return;
    recent.set(view.meetingId, { view, readAtMs: Date.now() });
  }

  /** Nobody joins the reads under way any more, nor are they kept. */
  function leaveReads(meetingId: string): void {
    for (const key of reading.keys()) if (key.endsWith(` ${meetingId}`)) reading.delete(key);
  }

  function forget(meetingId: string): void {
    recent.delete(meetingId);
    leaveReads(meetingId);
  }

  /** Somebody has seen this version: nobody is shown an older one from now on. */
  function renew(view: MeetingView): void {
    leaveReads(view.meetingId);
    // Only meetings that are subscribed to may be cached.
    if (recent.has(view.meetingId)) remember(view);
  }

  function leaveOldest(): void {
    for (const [meetingId, { heardUntilMs, end }] of hearing) {
      if (hearing.size <= maxMeetings && heardUntilMs > Date.now()) return;
      hearing.delete(meetingId);
      recent.delete(meetingId);
      end.then((stop) => stop()).catch(() => undefined);
    }
  }

  /** Listens before anything is kept, so that no version is missed. */
  async function hear(meetingId: string): Promise<void> {
    const end = hearing.get(meetingId)?.end ?? projections.subscribe(meetingId, remember);
    hearing.delete(meetingId);
    hearing.set(meetingId, { heardUntilMs: Date.now() + heardMs, end });
    leaveOldest();
    try {
      await end;
    } catch (error) {
      hearing.delete(meetingId);
      throw error;
    }
  }

  async function fetchView(caller: Caller, meetingId: string): Promise<Result<MeetingView>> {
    await hear(meetingId);
    return given.get(caller, { meetingId });
  }

  function read(caller: Caller, meetingId: string): Promise<Result<MeetingView>> {
    const key = `${caller.kind} ${personOf(caller)} ${meetingId}`;
    const underWay = caller.kind === 'guest' ? undefined : reading.get(key);
    if (underWay !== undefined) return underWay;
    const begun = fetchView(caller, meetingId).then((result) => {
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

  function changing<Name extends CommandName>(name: Name): GiveCommand<Name> {
    const give: GiveCommand<Name> = commands[name];
    return async (caller, input) => {
      forget(input.meetingId);
      try {
        const result = await give(caller, input);
        // What was read while the command ran may be from before it.
        forget(input.meetingId);
        if (result.ok) remember(result.value);
        return result;
      } catch (error) {
        forget(input.meetingId);
        throw error;
      }
    };
  }

  return {
    meetings: {
      ...given,
      get: async (caller, input) => {
        const result = await given.get(caller, input);
        if (result.ok) renew(result.value);
        return result;
      },
      subscribe: (caller, { meetingId, onView }) =>
        given.subscribe(caller, {
          meetingId,
          onView: (view) => {
            renew(view);
            onView(view);
          },
        }),
      ...forEachCommand(changing),
    },
    recent: {
      get: async (caller, { meetingId }) => {
        const found = recent.get(meetingId);
        const ageMs = found === undefined ? Infinity : Date.now() - found.readAtMs;
        if (found === undefined || ageMs > keptMs) return read(caller, meetingId);
        const shown = shownTo(caller, found.view);
        if (!shown.ok) return shown;
        // Nobody waits for the next one; a failure surfaces when somebody asks after this one has expired.
        if (ageMs > keptMs / 2) read(caller, meetingId).catch(() => undefined);
        return shown;
      },
    },
  };
}
