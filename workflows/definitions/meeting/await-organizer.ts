import type { Choosing, NoTimesFound } from '../../domain/meeting/state.ts';
import type { MeetingContext } from './meeting-context.ts';

/** Waits for the organizer's decision; without one the meeting ends at the deadline. */
export async function awaitOrganizer(context: MeetingContext, asked: Choosing | NoTimesFound): Promise<void> {
  const isDecided = (): boolean => {
    const phase = context.phase();
    return phase.kind !== asked.kind || phase.until !== asked.until;
  };
  if (!(await context.waitFor(isDecided, asked.until))) context.apply({ kind: 'deadlinePassed' });
}
