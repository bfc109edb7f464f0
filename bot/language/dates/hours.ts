import type { ClockTime, DatesSense, HoursSense, PartOfDay } from './sense.ts';
import { inPart } from './parts-of-day.ts';

export const noon = 12 * 3600;

export type Clock = Extract<DatesSense, { kind: 'clock' }>;

/** "1-3 pm": the side without am or pm takes the other's, unless that would turn the range around. */
export function likeEachOther(from: ClockTime, to: ClockTime): { from: ClockTime; to: ClockTime } {
  if (from.ambiguous && !to.ambiguous && to.seconds >= noon) {
    const asPm = { seconds: from.seconds + noon, ambiguous: false };
    return { from: asPm.seconds < to.seconds ? asPm : { seconds: from.seconds, ambiguous: false }, to };
  }
  if (from.ambiguous && !to.ambiguous) return { from: { seconds: from.seconds, ambiguous: false }, to };
  if (!from.ambiguous && to.ambiguous) {
    // "22 to 2" ends on the next morning, "11:30 to 1" after noon.
    const isMorning = to.seconds > from.seconds || to.seconds + noon <= from.seconds;
    return { from, to: { seconds: isMorning ? to.seconds : to.seconds + noon, ambiguous: false } };
  }
  return { from, to };
}

/** A bare "1-1" or "1 to 1" is a meeting of two. */
const isOneOnOne = (from: Clock, to: Clock): boolean =>
  [from, to].every(({ seconds, ambiguous }) => seconds === 3600 && ambiguous);

export function hoursOf(
  from: Clock,
  to: Clock,
  joint: 'to' | 'between',
  certain: boolean,
): DatesSense | undefined {
  if (!certain && isOneOnOne(from, to)) return undefined;
  const sides = likeEachOther(from, to);
  if (!certain && !from.certain && !to.certain) return { kind: 'hourRange', ...sides };
  return { kind: 'hours', ...sides, joint };
}

export function partHours(part: PartOfDay): HoursSense {
  return { kind: 'hours', part };
}

export function forDuration(from: ClockTime, seconds: number): HoursSense | undefined {
  if (seconds <= 0 || seconds > 86_400) return undefined;
  return {
    kind: 'hours',
    from,
    to: { seconds: (from.seconds + seconds) % 86_400, ambiguous: from.ambiguous },
    joint: 'for',
  };
}

export function timeInPart(time: ClockTime, part: PartOfDay): DatesSense {
  const settled = inPart({ kind: 'hours', from: time }, part).from ?? time;
  return { kind: 'time', ...settled };
}
