import type { Availability } from '../../workflows/domain/availability/availability.ts';
import type { PersonId } from '../../workflows/domain/people/person.ts';
import type { Candidate } from '../../workflows/domain/slots/candidate.ts';

function isTaken({ busy, error }: Availability, { start, end }: Candidate): boolean {
  if (error !== undefined) return true;
  return busy.some(
    (one) =>
      one.start < end &&
      one.end > start &&
      (one.status === 'busy' || one.status === 'oof' || one.status === 'unknown'),
  );
}

/**
 * Who is no longer free. What was known when people approved (a reason that did not suit) is no news; a calendar that
 * cannot be read any more is.
 */
export function bookingConflicts(
  slot: Candidate,
  who: readonly PersonId[],
  availabilities: readonly Availability[],
): readonly PersonId[] {
  return who.filter((id) => {
    const wasKnown = slot.reasons.some(({ personId, suits }) => personId === id && !suits);
    if (wasKnown) return false;
    const now = availabilities.find(({ personId }) => personId === id);
    return now === undefined || isTaken(now, slot);
  });
}
