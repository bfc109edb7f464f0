import type { MeetingActivities, OpenRound } from '../../workflows/contract/activities.ts';
import { holdsFor, holdsWithout } from '../../workflows/domain/meeting/holds.ts';
import type { HeldSlot } from '../../workflows/domain/meeting/state.ts';
import type { ServiceProblem } from '../../workflows/domain/meeting/service-problem.ts';
import { orProblem } from './as-activity.ts';
import { deliver } from './deliver.ts';
import type { MeetingPorts } from './meeting-ports.ts';

/** Keeps the round's times free, gives back those of the round before, and asks. */
export function openRound({ calendar, ...ports }: MeetingPorts): MeetingActivities['openRound'] {
  return async ({ view, announcements, transactionId, holdOwners, holds: before }: OpenRound) => {
    const problems: ServiceProblem[] = [];
    const wanted = holdsFor(holdOwners, view.proposal?.slots ?? []);
    const unwanted = holdsWithout(before, wanted);
    // Holds that may never have been written are created again.
    const kept = before.filter((hold) => 'eventId' in hold && !unwanted.includes(hold));
    const stale = before.filter((hold) => !kept.includes(hold));
    if (stale.length > 0) await orProblem(problems, () => calendar.removeHolds({ holds: stale }));
    const missing = holdsWithout(wanted, kept);
    let holds: readonly HeldSlot[] = kept;
    if (missing.length > 0) {
      await orProblem(problems, async () => {
        const title = ports.calendarWriter.holdTitle(view);
        const made = await calendar.createHolds({ transactionId, title, wanted: missing });
        holds = [...kept, ...made.holds];
        problems.push(...made.problems);
      });
    }
    const reached = await deliver(ports, { view, announcements });
    return { holds, reached, problems };
  };
}
