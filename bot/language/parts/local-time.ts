import type { LocalTime } from '../../../workflows/domain/time/local.ts';
import type { ClockTime } from '../dates/sense.ts';
import type { WhenSense } from '../meaning/sense.ts';

const noonSeconds = 12 * 3600;
/** Clocks below this without am or pm are of the afternoon: nothing ends at 5 in the morning. */
const firstMorningSeconds = 8 * 3600;

/** The clock that words name: of hours their end (`to`) or their beginning. */
export function localTimeOf({ items }: WhenSense, side: 'from' | 'to'): LocalTime | undefined {
  const [item] = items;
  const { hours, time, across } = item ?? {};
  const bounds = side === 'to' ? [hours?.to, time, hours?.from] : [hours?.from, time, hours?.to];
  const clock = bounds.find((one) => one !== undefined);
  if (clock !== undefined) return written(clock);
  return across === undefined
    ? undefined
    : written({ seconds: across[side === 'to' ? 'end' : 'start'].seconds, ambiguous: false });
}

function written({ seconds, ambiguous }: ClockTime): LocalTime {
  const settled = ambiguous && seconds < firstMorningSeconds ? seconds + noonSeconds : seconds;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(settled / 3600))}:${two(Math.floor((settled % 3600) / 60))}`;
}
