import type { Slot } from '../../../workflows/domain/time/slot.ts';
import type { To } from '../../language/meaning/frame.ts';
import { fitsTime } from '../meant/fits-time.ts';
import type { SpokenAt } from '../meant/fits-time.ts';

/** Which of some times are chosen: by number, by when they are, or the soonest; with nothing said, each may be. */
export function chosenSlots<Time extends Slot>(
  slots: readonly Time[],
  { option, when, soonest }: Pick<To, 'option' | 'when' | 'soonest'>,
  at: SpokenAt,
): readonly Time[] {
  const numbered =
    option === undefined
      ? slots
      : slots.slice(option === -1 ? -1 : option - 1, option === -1 ? undefined : option);
  const fitting = numbered.filter((slot) => when.every((one) => fitsTime(slot, one, at)));
  if (soonest !== true) return fitting;
  return [...fitting].sort((one, other) => one.start.localeCompare(other.start)).slice(0, 1);
}
