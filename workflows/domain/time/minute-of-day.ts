import { InvalidInputError } from '../problems/invalid-input.ts';
import type { LocalTime } from './local.ts';

export const minutesPerDay = 1440;

/** Minutes since local midnight, 0 to 1440. Throws InvalidInputError `malformed`. */
export function minuteOfDay(time: LocalTime, path = 'time'): number {
  const match = /^(\d\d):(\d\d)$/.exec(time);
  const minute = match === null ? NaN : Number(match[1]) * 60 + Number(match[2]);
  if (!(minute <= minutesPerDay) || Number(match?.[2]) > 59) {
    throw new InvalidInputError('malformed', path, `"${time}" is not a time HH:mm from 00:00 to 24:00`);
  }
  return minute;
}

export function localTimeOf(minute: number): LocalTime {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${hours}:${String(minute % 60).padStart(2, '0')}`;
}
