import type { ClockTime, TimeSense } from './sense.ts';

export const noon = 12 * 3600;
export const time = (seconds: number, ambiguous = false): TimeSense => ({ kind: 'time', seconds, ambiguous });

export function withMeridiem(clock: ClockTime, pm: boolean): TimeSense | undefined {
  if (!clock.ambiguous) return clock.seconds >= noon && pm ? time(clock.seconds) : undefined;
  return time(clock.seconds + (pm ? noon : 0));
}
