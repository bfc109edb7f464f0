import type { WhenItem } from '../meaning/sense.ts';
import { settleAvoided } from './meeting-hours.ts';

/** "tonight" is also a meeting at half past five. */
const eveningStartMinutes = 17 * 60;

/**
 * The hours in which a meeting begins that is spoken of, in minutes since midnight, the end excluded; an end not after
 * the start is on the next day. Wider than the hours for a new one: "this morning" is also one at seven.
 */
export function spokenHours(item: WhenItem): { readonly start: number; readonly end: number } {
  const { start, end } = settleAvoided(item);
  const { hours } = item;
  const isEvening = hours?.part === 'night' || hours?.part === 'evening';
  return { start: isEvening && hours.bound === undefined ? eveningStartMinutes : start, end };
}
