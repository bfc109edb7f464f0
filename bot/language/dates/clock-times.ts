import type { ClockTime, TimeSense } from './sense.ts';

export const noon = 12 * 3600;
export const time = (seconds: number, ambiguous = false): TimeSense => ({ kind: 'time', seconds, ambiguous });

export function withMeridiem(clock: ClockTime, pm: boolean): TimeSense | undefined {
  if (!clock.ambiguous) return clock.seconds >= noon && pm ? time(clock.seconds) : undefined;
  return time(clock.seconds + (pm ? noon : 0));
}

/** "sept heures moins dix": minutes to the hour. */
export function earlier(clock: TimeSense, minutes: number): TimeSense {
  const round = clock.ambiguous ? 43_200 : 86_400;
  // Ten to seven is of the same half of the day as seven.
  const isMorning = clock.seconds === 7 * 3600;
  const ambiguous = clock.ambiguous && !isMorning;
  return { ...clock, ambiguous, seconds: (clock.seconds + round - minutes * 60) % round };
}

/** "zehn nach sieben": minutes after the hour. */
export function later(clock: ClockTime, minutes: number): TimeSense {
  return time(clock.seconds + minutes * 60, clock.ambiguous);
}
