import type { HourCycle } from '../../../workflows/domain/people/person.ts';

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export const times = {
  duration: (hours: number, minutes: number): string => {
    if (hours === 0) return counted(minutes, 'minute', 'minutes');
    return minutes === 0 ? counted(hours, 'hour', 'hours') : `${hours} h ${minutes} min`;
  },
  /** What follows a time of day in a sentence. */
  clock: ((text) => text) as (text: string, hourCycle: HourCycle) => string,
  /** The name of a city in the tz database's English. */
  city: (city: string): string => city,
  zoneOf: (city: string): string => `${city} time`,
  /** `Ana, Bob and Carol` */
  list: (parts: readonly string[]): string =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`,
};
