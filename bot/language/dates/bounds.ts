import type { Day } from './civil.ts';
import type { Bound, DateSense, PeriodSense } from './sense.ts';

export const open = { kind: 'period', grain: 'day' } as const;

export function boundOf(bound: Bound, first: Day, end: Day): PeriodSense {
  switch (bound) {
    case 'before':
      return { ...open, end: first, bound };
    case 'by':
      return { ...open, end: first, through: end - 1, bound };
    case 'after':
      return { ...open, start: first, startExcluded: end, bound };
    case 'since':
      return { ...open, start: first, bound };
  }
}

export const ofDate = (bound: Bound) => (_: unknown, d: DateSense) =>
  d.impossible === true ? undefined : boundOf(bound, d.day, d.day + 1);

export const ofPeriod = (bound: Bound) => (_: unknown, p: PeriodSense) => {
  const { start, end } = p;
  if (start === undefined || end === undefined || p.bound !== undefined || p.portion !== undefined)
    return undefined;
  return bound === 'after' ? { ...open, start: end, bound } : boundOf(bound, start, end);
};

/** "by the end of June" is by its last day; "since late July" from its first. */
export const ofPortion = (bound: Bound) => (_: unknown, p: PeriodSense) => {
  const { start, end } = p;
  if (start === undefined || end === undefined || p.portion === undefined) return undefined;
  return bound === 'since' ? { ...open, start, bound } : { ...open, end, through: end - 1, bound };
};
