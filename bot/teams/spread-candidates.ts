import type { Candidate } from '../../workflows/domain/slots/candidate.ts';
import type { TimeZone } from '../../workflows/domain/time/slot.ts';
import { localDate } from '../words/times.ts';

function overlaps(one: Candidate, other: Candidate): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * A few candidates that are really different, from many with the best first: none overlaps another, and days that are
 * not there yet come first among equally good ones. In the order of time.
 */
export function spreadCandidates(
  candidates: readonly Candidate[],
  count: number,
  timeZone: TimeZone,
): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const days = new Set<string>();
  const isFree = (candidate: Candidate) => !chosen.some((other) => overlaps(candidate, other));
  while (chosen.length < count) {
    const best = candidates.find(isFree);
    if (best === undefined) break;
    const next =
      candidates.find(
        (candidate) =>
          candidate.score === best.score &&
          isFree(candidate) &&
          !days.has(localDate(candidate.start, timeZone)),
      ) ?? best;
    chosen.push(next);
    days.add(localDate(next.start, timeZone));
  }
  return chosen.sort((one, other) => one.start.localeCompare(other.start));
}
