import type { Choosing, Stuck } from '../../domain/meeting/state.ts';
import type { Desk } from './meeting-context.ts';

/** Waits for the organizer's word; without it the meeting ends when the time for it is over. */
export async function awaitOrganizer(desk: Desk, asked: Choosing | Stuck): Promise<void> {
  const isDecided = (): boolean => {
    const phase = desk.phase();
    return phase.kind !== asked.kind || phase.until !== asked.until;
  };
  if (!(await desk.waitFor(isDecided, asked.until))) desk.apply({ kind: 'deadlinePassed' });
}
