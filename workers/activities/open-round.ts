import type { MeetingActivities, OpenRound } from '../../workflows/contract/activities.ts';
import type { Hold } from '../../workflows/ports/calendar.ts';
import { slotKey } from '../../workflows/domain/time/slot.ts';
import { orProblem } from './as-activity.ts';
import { deliver } from './deliver.ts';
import type { MeetingPorts } from './meeting-ports.ts';

/** Keeps the round's times free, gives back those of the round before, and asks. */
export function openRound(ports: MeetingPorts): MeetingActivities['openRound'] {
  return async ({ view, notices, transactionId, holdOwners, holds: before }: OpenRound) => {
    const problems: string[] = [];
    const slots = (view.proposal?.slots ?? []).map(({ start, end }) => ({ start, end }));
    const keys = slots.map(slotKey);
    const isKept = ({ slot, ownerId }: Hold): boolean =>
      keys.includes(slotKey(slot)) && holdOwners.includes(ownerId);
    let holds: readonly Hold[] = before;
    const stale = before.filter((hold) => !isKept(hold));
    if (stale.length > 0) {
      await orProblem(problems, () => ports.calendar.removeHolds({ holds: stale }));
    }
    const kept = before.filter(isKept);
    const people = [view.organizer, ...view.attendees.map(({ person }) => person)];
    const isMissing = (ownerId: string, key: string): boolean =>
      !kept.some((hold) => hold.ownerId === ownerId && slotKey(hold.slot) === key);
    await orProblem(problems, async () => {
      const owners = people.filter(
        ({ id }) => holdOwners.includes(id) && keys.some((key) => isMissing(id, key)),
      );
      const missing = slots.filter((slot) => owners.some(({ id }) => isMissing(id, slotKey(slot))));
      const made =
        owners.length === 0
          ? []
          : await ports.calendar.createHolds({
              transactionId,
              title: `Hold: ${view.title}`,
              owners,
              slots: missing,
            });
      holds = [...kept, ...made];
    });
    const reached = await deliver(ports, { view, notices });
    return { holds, reached, problems };
  };
}
