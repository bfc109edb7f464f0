import type { ClockTime, HoursSense, PartOfDay } from './sense.ts';

const noon = 12 * 3600;

/** In hours, as the Recognizers library reads them; they end where the next part begins. */
export const recognizerParts: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  morning: [8, 12],
  earlyMorning: [8, 10],
  lateMorning: [10, 12],
  afternoon: [12, 16],
  earlyAfternoon: [12, 14],
  lateAfternoon: [14, 16],
  evening: [16, 20],
  earlyEvening: [16, 18],
  lateEvening: [18, 20],
  night: [20, 24],
  breakfast: [8, 12],
  lunch: [11, 13],
  dinner: [16, 20],
  daytime: [8, 18],
  workingHours: [8, 18],
};

/** In hours, as people at work mean them. */
export const meetingParts: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  morning: [8, 12],
  earlyMorning: [8, 10],
  lateMorning: [10, 12],
  afternoon: [12, 18],
  earlyAfternoon: [12, 15],
  lateAfternoon: [15, 18],
  evening: [17, 21],
  earlyEvening: [17, 19],
  lateEvening: [19, 21],
  night: [20, 24],
  breakfast: [7, 9],
  lunch: [12, 14],
  dinner: [18, 21],
  daytime: [8, 18],
  workingHours: [9, 17],
};

const beginsAfterNoon: readonly PartOfDay[] = [
  'afternoon',
  'earlyAfternoon',
  'lateAfternoon',
  'evening',
  'earlyEvening',
  'lateEvening',
  'night',
  'dinner',
];

/** "between 5 and 6 in the afternoon": the part of the day says which half of it is meant. */
export function inPart(hours: HoursSense, part: PartOfDay): HoursSense {
  const pm = beginsAfterNoon.includes(part);
  const settle = (clock: ClockTime): ClockTime => {
    if (!clock.ambiguous) return clock;
    const lunchtime = part === 'lunch' && clock.seconds < 6 * 3600;
    const small = part === 'night' && clock.seconds < 5 * 3600;
    return { seconds: clock.seconds + ((pm && !small) || lunchtime ? noon : 0), ambiguous: false };
  };
  return {
    ...hours,
    ...(hours.from === undefined ? {} : { from: settle(hours.from) }),
    ...(hours.to === undefined ? {} : { to: settle(hours.to) }),
  };
}

/** "early afternoon", "late in the morning". */
export function edged(part: PartOfDay, edge: 'early' | 'mid' | 'late'): PartOfDay {
  const table: Partial<Record<PartOfDay, readonly [PartOfDay, PartOfDay]>> = {
    morning: ['earlyMorning', 'lateMorning'],
    afternoon: ['earlyAfternoon', 'lateAfternoon'],
    evening: ['earlyEvening', 'lateEvening'],
  };
  const pair = table[part];
  if (pair === undefined || edge === 'mid') return part;
  return edge === 'early' ? pair[0] : pair[1];
}
